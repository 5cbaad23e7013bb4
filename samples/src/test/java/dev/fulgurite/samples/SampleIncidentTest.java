package dev.fulgurite.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleIncidentTest {

    private static final Path COMMITTED = Path.of("").toAbsolutePath();

    @Test
    void the_committed_files_are_byte_for_byte_what_the_code_writes(@TempDir Path folder)
            throws IOException {
        SampleIncident.writeTo(folder);

        Map<String, String> written = contents(folder, "");
        assertThat(written).hasSizeGreaterThan(6);
        assertThat(contents(COMMITTED.resolve("incident"), "incident/"))
                .as("run dev.fulgurite.samples.SampleIncident with the folder samples")
                .containsExactlyEntriesOf(onlyLogs(written));
        assertThat(Files.readString(COMMITTED.resolve("expected.json")))
                .isEqualTo(Files.readString(folder.resolve("expected.json")));
    }

    private static Map<String, String> onlyLogs(Map<String, String> written) {
        Map<String, String> logs = new TreeMap<>(written);
        logs.remove("expected.json");
        return logs;
    }

    /// SHA-256 by relative path.
    private static Map<String, String> contents(Path folder, String prefix) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = prefix + folder.relativize(file).toString().replace('\\', '/');
                contents.put(name, Dice.digest("SHA-256", Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
