package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Inputs that fuzzing begins with, and those it found to be hard.
class HardInputsTest {

    private static final Path INPUTS =
            Path.of("src/test/resources/dev/fulgurite/ingest/format/ReadersFuzzInputs");

    private static final Map<String, Consumer<byte[]>> READERS =
            Map.of(
                    "csv", ReaderPromises::csv,
                    "jsonLines", ReaderPromises::jsonLines,
                    "jsonDocument", ReaderPromises::jsonDocument,
                    "recognised", ReaderPromises::recognised,
                    "event", ReaderPromises::event);

    @TestFactory
    Stream<DynamicTest> readers_keep_their_promises_of_it() throws IOException {
        List<Path> inputs;
        try (Stream<Path> all = Files.walk(INPUTS)) {
            inputs = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(inputs.stream().map(HardInputsTest::reader)).containsAll(READERS.keySet());
        return inputs.stream()
                .map(input ->
                        dynamicTest(
                                INPUTS.relativize(input).toString(),
                                () ->
                                        READERS.get(reader(input))
                                                .accept(Files.readAllBytes(input))));
    }

    private static String reader(Path input) {
        return input.getParent().getFileName().toString();
    }
}
