package dev.fulgurite.graph;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files that are there whole or not at all: into a draft beside the file, which then takes
/// its place. Only the user may read them where the file system knows users. The folder must be
/// there.
public final class WholeFile {

    private WholeFile() {}

    /// Writes what a file is to hold.
    ///
    /// @param <T> what is told of the writing
    @FunctionalInterface
    public interface Content<T> {
        T write(OutputStream to) throws IOException;
    }

    /// Puts a file with this content in the place of one that may be there.
    ///
    /// @return what `content` returned
    /// @throws IOException when it could not be written; the file is as it was, and no draft is
    ///   left
    public static <T> T write(Path file, Content<T> content) throws IOException {
        Path target = file.toAbsolutePath();
        Path draft = Files.createTempFile(target.getParent(), ".fulgurite-", ".part");
        try {
            T told;
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
                told = content.write(to);
            }
            replace(target, draft);
            return told;
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// As [#write(Path, Content)].
    public static void write(Path file, byte[] bytes) throws IOException {
        write(
                file,
                to -> {
                    to.write(bytes);
                    return file;
                });
    }

    /// As [#write(Path, Content)], in UTF-8.
    public static void write(Path file, String text) throws IOException {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void replace(Path file, Path draft) throws IOException {
        try {
            Files.move(
                    draft,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
