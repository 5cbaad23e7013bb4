package dev.fulgurite.bench;

import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/// How fast estates are made, in each shape: `GeneratorLoad FOLDER EVENTS`. The first line warms
/// up.
public final class GeneratorLoad {

    private GeneratorLoad() {}

    /// Leaves the estates in the folder.
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        long events = Long.parseLong(arguments[1]);
        make(folder.resolve("warm-up"), Shape.DATA_EXPORT, events);
        for (Shape shape : Shape.values()) {
            make(folder.resolve(shape.name().toLowerCase(Locale.ROOT)), shape, events);
        }
    }

    private static void make(Path folder, Shape shape, long events) throws IOException {
        Order order = new Order(events, 7, shape, 3, 0, 0, 0);
        Measured made =
                Measured.of(
                        "generate " + folder.getFileName(),
                        0,
                        () -> Generator.write(folder, order).records());
        made.withBytes(Measured.size(folder)).print();
    }
}
