package dev.fulgurite.generator.export;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The files of one table, a new one whenever the last is full.
final class TableFiles implements Closeable {

    static final int ROWS_A_FILE = 500_000;

    private static final int BUFFER = 1 << 18;

    private final Path folder;
    private final String name;
    private final Layout layout;
    private @Nullable OutputStream out;
    private String file = "";
    private int opened;
    private int row;

    TableFiles(Path folder, String name, Layout layout) {
        this.folder = folder;
        this.name = name;
        this.layout = layout;
    }

    /// Writes a row; the number of the record in [#file].
    int append(Bytes bytes) throws IOException {
        OutputStream to = out == null || row == ROWS_A_FILE ? next() : out;
        if (row > 0) {
            write(to, layout.between());
        }
        bytes.writeTo(to);
        return ++row;
    }

    /// The name of the file that the last row went to, in the folder of the table.
    String file() {
        return file;
    }

    private OutputStream next() throws IOException {
        close();
        file = String.format(Locale.ROOT, "%s-%03d.%s", name, opened++, layout.extension());
        row = 0;
        Files.createDirectories(folder);
        OutputStream next =
                new BufferedOutputStream(Files.newOutputStream(folder.resolve(file)), BUFFER);
        out = next;
        write(next, layout.start());
        return next;
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            write(out, layout.end());
            out.close();
            out = null;
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
