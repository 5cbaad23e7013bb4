package dev.fulgurite.ingest.mapping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Bounds what the graph looks things up by: an index takes some 8,000 bytes, and a log may hold a
/// host name of any length.
final class Keys {

    /// Longer than any honest name; several of them together still fit an index.
    private static final int LONGEST = 700;

    private static final int KEPT = 600;
    private static final int HASH_BYTES = 16;

    private Keys() {}

    /// The text itself, or the beginning of a longer one with a hash of the whole. The full text is
    /// read back through the evidence.
    static String bounded(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, KEPT) + "…" + hash(text);
    }

    /// 16 bytes of SHA-256, in hex.
    static String hash(String text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
