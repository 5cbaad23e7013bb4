package dev.fulgurite.detections.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// Short ids for what has no id of its own.
public final class Hashes {

    private static final int BYTES = 12;

    private Hashes() {}

    /// 24 hex digits that follow from the parts and their order alone.
    public static String of(String... parts) {
        return HexFormat.of().formatHex(sha256(String.join("\n", List.of(parts))), 0, BYTES);
    }

    /// SHA-256 of a text's UTF-8 bytes in lower-case hex.
    public static String sha256Hex(String text) {
        return HexFormat.of().formatHex(sha256(text));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
