package dev.fulgurite.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Runs a verb as a script would, with nobody watching.
final class Shell {

    private static final JsonMapper JSON = new JsonMapper();

    private Shell() {}

    /// What a verb left behind.
    record Run(int exit, String out, String err) {

        List<String> lines() {
            return out.lines().toList();
        }

        List<JsonNode> json() {
            return out.lines().map(JSON::readTree).toList();
        }
    }

    static Run run(String... arguments) {
        return runWith("", arguments);
    }

    static Run runWith(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console =
                Console.of(
                        out,
                        err,
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        false,
                        () -> "not the password");
        int exit;
        try (Interruption interruption = new Interruption()) {
            exit = Main.commandLine(console, interruption).execute(arguments);
        }
        console.flush();
        return new Run(
                exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
