package dev.fulgurite.investigation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Keeps what came over a pipe, so that its records can be read back later.
final class StandardInput {

    private StandardInput() {}

    /// Copies the stream to a file named by its SHA-256: the same input twice is one file.
    static Path keep(InputStream input, Path folder) {
        try {
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, "standard-input-", ".part");
            try {
                MessageDigest sha = MessageDigest.getInstance("SHA-256");
                Files.copy(
                        new DigestInputStream(input, sha),
                        draft,
                        StandardCopyOption.REPLACE_EXISTING);
                Path kept = folder.resolve(HexFormat.of().formatHex(sha.digest()));
                return Files.move(draft, kept, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw InvestigationException.file("cannot keep standard input in", folder, e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
