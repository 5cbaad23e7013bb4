package dev.fulgurite.samples;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids and numbers that look drawn by chance and are the same in every run: each follows from a
/// label alone.
final class Dice {

    private Dice() {}

    static String hex(String label, int digits) {
        StringBuilder hex = new StringBuilder();
        for (int part = 0; hex.length() < digits; part++) {
            hex.append(digest("SHA-256", (part + ":" + label).getBytes(StandardCharsets.UTF_8)));
        }
        return hex.substring(0, digits);
    }

    static String guid(String label) {
        String hex = hex(label, 32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                "4" + hex.substring(13, 16),
                "a" + hex.substring(17, 20),
                hex.substring(20));
    }

    /// A number from `from` to below `to`.
    static int number(String label, int from, int to) {
        return from + Integer.parseInt(hex(label, 7), 16) % (to - from);
    }

    static String digest(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has " + algorithm, e);
        }
    }
}
