package dev.fulgurite.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Runs our scripts in a small world of their own: a `PATH` that holds the named tools and nothing
/// else, and only the environment that a test sets.
final class Shell {

    record Outcome(int exitCode, String output, String errors) {}

    private static final List<String> TOOLS =
            List.of(
                    "sh",
                    "cat",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "mv",
                    "readlink",
                    "sed",
                    "tr",
                    "uname");

    private final Path folder;
    private final Path tools;
    private final Map<String, String> environment = new TreeMap<>();

    Shell(Path folder) throws IOException {
        this.folder = folder;
        this.tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(tools.resolve(tool), installed(tool));
        }
        set("PATH", tools.toString());
        set("HOME", Files.createDirectories(folder.resolve("home")).toString());
        stub("id", "echo 1000");
        stub("ldconfig", "echo everything.so");
    }

    private static Path installed(String tool) {
        return Stream.of("/bin", "/usr/bin")
                .map(bin -> Path.of(bin, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }

    Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /// A program on `PATH` that is this shell script.
    Shell stub(String name, String script) {
        write(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        return this;
    }

    /// A program, in a folder that is made when needed.
    static void write(Path file, String script) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, script);
            if (!file.toFile().setExecutable(true)) {
                throw new IOException("cannot make executable: " + file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Outcome run(Path script, String... arguments) throws IOException, InterruptedException {
        List<String> command =
                Stream.concat(Stream.of("/bin/sh", script.toString()), Arrays.stream(arguments))
                        .toList();
        Path output = Files.createTempFile(folder, "output", "");
        Path errors = Files.createTempFile(folder, "errors", "");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(tools.toFile())
                        .redirectOutput(output.toFile())
                        .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        int exitCode = builder.start().waitFor();
        return new Outcome(exitCode, Files.readString(output), Files.readString(errors));
    }
}
