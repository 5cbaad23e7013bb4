package dev.fulgurite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.ParseResult;

/// The examples for systemd start what there is.
class SystemdTest {

    private static final Path UNITS = Path.of("..", "packaging", "systemd");
    private static final String PROGRAM = "/opt/fulgurite/fulgurite ";
    private static final String START = "ExecStart=";

    @TempDir Path folder;

    static Stream<Path> services() throws IOException {
        return units().filter(unit -> unit.toString().endsWith(".service"));
    }

    private static Stream<Path> units() throws IOException {
        try (Stream<Path> files = Files.list(UNITS)) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("services")
    void a_service_starts_the_watch_with_options_that_it_has(Path service) throws IOException {
        List<String> starts =
                Files.readAllLines(service).stream()
                        .filter(line -> line.startsWith(START))
                        .toList();
        assertThat(starts).singleElement().asString().startsWith(START + PROGRAM);
        String[] words = starts.getFirst().substring((START + PROGRAM).length()).split(" ");
        Console console =
                Console.of(
                        OutputStream.nullOutputStream(),
                        OutputStream.nullOutputStream(),
                        InputStream.nullInputStream(),
                        false,
                        () -> null);
        try (Interruption interruption = new Interruption()) {
            ParseResult parsed = Main.commandLine(console, interruption).parseArgs(words);
            assertThat(parsed.subcommand().commandSpec().name()).isEqualTo("watch");
            assertThat(parsed.subcommand().hasMatchedOption("--once"))
                    .isEqualTo(Arrays.asList(words).contains("--once"));
        }
    }

    @Test
    void a_timer_has_the_service_that_it_starts() throws IOException {
        assertThat(units().map(unit -> unit.getFileName().toString()))
                .contains("fulgurite-once.timer", "fulgurite-once.service");
    }

    @Test
    void systemd_has_nothing_to_say_against_the_units() throws Exception {
        assumeThat(Path.of("/usr/bin/systemd-analyze")).isExecutable();
        ProcessBuilder verify = new ProcessBuilder("systemd-analyze", "verify");
        for (Path unit : units().toList()) {
            String text = Files.readString(unit).replace(PROGRAM, "/bin/echo ");
            Path copy = folder.resolve(unit.getFileName());
            Files.writeString(copy, text.replace("User=fulgurite\n", ""));
            verify.command().add(copy.toString());
        }
        Process process = verify.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
