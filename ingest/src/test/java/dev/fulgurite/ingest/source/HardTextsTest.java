package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Texts that fuzzing begins with, and those it found to be hard.
class HardTextsTest {

    private static final Path INPUTS =
            Path.of("src/test/resources/dev/fulgurite/ingest/source/TextsFuzzInputs");

    private static final Map<String, Consumer<String>> READERS =
            Map.of(
                    "contextInfo", TextPromises::contextInfo,
                    "engineText", TextPromises::engineText,
                    "time", TextPromises::time,
                    "eventXml", TextPromises::eventXml);

    @TestFactory
    Stream<DynamicTest> readers_keep_their_promises_of_it() throws IOException {
        List<Path> inputs;
        try (Stream<Path> all = Files.walk(INPUTS)) {
            inputs = all.filter(Files::isRegularFile).sorted().toList();
        }
        assertThat(inputs.stream().map(HardTextsTest::reader)).containsAll(READERS.keySet());
        return inputs.stream()
                .map(input -> dynamicTest(INPUTS.relativize(input).toString(), () -> hold(input)));
    }

    /// Malformed bytes are part of the input: they become what such bytes become in a log.
    private static void hold(Path input) throws IOException {
        String text = new String(Files.readAllBytes(input), StandardCharsets.UTF_8);
        READERS.get(reader(input)).accept(text);
    }

    private static String reader(Path input) {
        return input.getParent().getFileName().toString();
    }
}
