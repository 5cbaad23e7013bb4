package dev.fulgurite.cli;

import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `generate`: the log exports of an invented company, with attacks in them.
@Command(
        name = "generate",
        description = "Write the logs of an invented company, with attacks planted in them.",
        footer = {
            "",
            "Shapes: portal-csv, portal-csv-legacy, data-export, diagnostic, streaming.",
            "Equal sizes and seeds make the same events in every shape; truth.json tells the attacks.",
            "",
            "Example:  fulgurite generate estate --events 1000000 --seed 7"
        })
final class GenerateCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
    private Path folder = Path.of("");

    @Option(names = "--events", description = "How many, before any are doubled (default 100000).")
    private long events = 100_000;

    @Option(names = "--seed", description = "Any whole number (default 1).")
    private long seed = 1;

    @Option(
            names = "--shape",
            converter = ShapeName.class,
            description = "How they are written (default data-export).")
    private Shape shape = Shape.DATA_EXPORT;

    @Option(names = "--chains", description = "Attacks from Azure to a second host (default 3).")
    private int chains = 3;

    @Option(
            names = "--clashes",
            description = "Pairs of machines with one name and equal script numbers (default 0).")
    private int clashes;

    @Option(names = "--skew", description = "How many seconds clocks are off at most (default 0).")
    private double skew;

    @Option(names = "--duplicates", description = "Percent of records written twice (default 0).")
    private double duplicates;

    GenerateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        Order order;
        try {
            order = new Order(events, seed, shape, chains, clashes, skew, duplicates);
        } catch (IllegalArgumentException wrong) {
            console.note("fulgurite: " + wrong.getMessage());
            return Exit.WRONG_USAGE;
        }
        if (isInUse()) {
            console.note("fulgurite: " + folder + " is not an empty folder: name a new one");
            return Exit.WRONG_USAGE;
        }
        Generator.Outcome made = Generator.write(folder, order);
        console.line(String.format(Locale.ROOT, "%,d records in %s", made.records(), folder));
        return Exit.DONE;
    }

    private boolean isInUse() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Files.exists(folder);
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isPresent();
        }
    }

    /// `portal-csv` for `PORTAL_CSV`.
    static final class ShapeName implements ITypeConverter<Shape> {
        @Override
        public Shape convert(String name) {
            return Shape.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
