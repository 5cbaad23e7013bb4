package dev.fulgurite.cli;

import dev.fulgurite.investigation.GraphJson;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Where a command reads and writes: results on `out`, everything else on `err`.
///
/// @param bytes what `out` writes to, for results that are not text
/// @param terminal true when a person watches `err`
record Console(
        PrintWriter out, PrintWriter err, OutputStream bytes, InputStream in, boolean terminal) {

    static Console ofThisProcess() {
        java.io.Console system = System.console();
        return of(
                new FileOutputStream(FileDescriptor.out),
                new FileOutputStream(FileDescriptor.err),
                System.in,
                system != null && system.isTerminal());
    }

    static Console of(OutputStream out, OutputStream err, InputStream in, boolean terminal) {
        return new Console(writer(out), writer(err), out, in, terminal);
    }

    private static PrintWriter writer(OutputStream to) {
        return new PrintWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
    }

    /// A line of the result.
    void line(String text) {
        out.println(text);
    }

    /// An object of the result, on one line.
    void json(Map<String, ? extends @Nullable Object> object) {
        out.println(GraphJson.line(object));
    }

    /// Anything that is not the result.
    void note(String text) {
        out.flush();
        err.println(text);
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
