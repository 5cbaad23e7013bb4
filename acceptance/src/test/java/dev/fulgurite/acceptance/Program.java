package dev.fulgurite.acceptance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// `fulgurite` as a process of its own, which a test may kill.
final class Program {

    private static final List<String> START =
            List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "-XX:TieredStopAtLevel=1",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.fulgurite.cli.Main");

    private Program() {}

    /// @param said takes all that it says
    static Process start(Path said, String... arguments) throws IOException {
        return start(said, List.of(), arguments);
    }

    /// The same where no file may grow beyond so many blocks of 512 bytes, by the shell.
    static Process startWithFilesUpTo(int blocks, Path said, String... arguments)
            throws IOException {
        String limited = "ulimit -f " + blocks + " && exec \"$@\"";
        return start(said, List.of("/bin/sh", "-c", limited, "sh"), arguments);
    }

    private static Process start(Path said, List<String> by, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(by);
        command.addAll(START);
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }
}
