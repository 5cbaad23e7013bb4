package dev.fulgurite.cli;

import dev.fulgurite.investigation.GraphJson;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Where a command reads and writes: results on `out`, everything else on `err`.
///
/// @param bytes what `out` writes to, for results that are not text
/// @param terminal true when a person watches `err`
/// @param password of a graph server, asked for only when one is used; null when there is none
record Console(
        PrintWriter out,
        PrintWriter err,
        OutputStream bytes,
        InputStream in,
        boolean terminal,
        Supplier<@Nullable String> password) {

    static Console ofThisProcess() {
        Optional<java.io.Console> terminal =
                Optional.ofNullable(System.console()).filter(java.io.Console::isTerminal);
        return of(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.in,
                terminal.isPresent(),
                () -> password(terminal));
    }

    private static @Nullable String password(Optional<java.io.Console> terminal) {
        String given = System.getenv("FULGURITE_PASSWORD");
        if (given != null || terminal.isEmpty()) {
            return given;
        }
        char[] typed = terminal.get().readPassword("Password: ");
        return typed == null ? null : new String(typed);
    }

    static Console of(
            OutputStream out,
            OutputStream err,
            InputStream in,
            boolean terminal,
            Supplier<@Nullable String> password) {
        return new Console(writer(out), writer(err), out, in, terminal, password);
    }

    private static PrintWriter writer(OutputStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    /// A line of the result, or several.
    void line(String text) {
        out.println(harmless(text));
    }

    /// An object of the result, on one line.
    void json(Map<String, ? extends @Nullable Object> object) {
        out.println(GraphJson.line(object));
    }

    /// Anything that is not the result.
    void note(String text) {
        out.flush();
        err.println(harmless(text));
        err.flush();
    }

    /// Text from logs must not steer the terminal it is shown on: control characters other than
    /// line ends and tabs are written out.
    static String harmless(String text) {
        if (text.chars().noneMatch(Console::steers)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.chars()
                .forEach(c ->
                        shown.append(
                                steers(c)
                                        ? String.format(Locale.ROOT, "\\u%04x", c)
                                        : String.valueOf((char) c)));
        return shown.toString();
    }

    private static boolean steers(int c) {
        return Character.isISOControl(c) && c != '\n' && c != '\t';
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
