package dev.fulgurite.detections.kql;

import org.jspecify.annotations.Nullable;

/// `has` and `has_any`: search for whole terms, whatever their case. A term is a longest run of
/// ASCII letters and digits.
public final class Terms {

    private Terms() {}

    /// Whether `sought` occurs such that each of its ends that is a letter or digit is the end of a
    /// term. A dynamic value is searched as its JSON text.
    public static boolean has(@Nullable Object value, String sought) {
        String text = Dynamic.text(value);
        int last = text.length() - sought.length();
        for (int at = 0; at <= last; at++) {
            if (text.regionMatches(true, at, sought, 0, sought.length())
                    && isBoundary(text, at)
                    && isBoundary(text, at + sought.length())) {
                return true;
            }
        }
        return false;
    }

    public static boolean hasAny(@Nullable Object value, String... sought) {
        for (String each : sought) {
            if (has(value, each)) {
                return true;
            }
        }
        return false;
    }

    /// False only between two letters or digits.
    private static boolean isBoundary(String text, int at) {
        return at == 0
                || at == text.length()
                || !isAlphanumeric(text.charAt(at - 1))
                || !isAlphanumeric(text.charAt(at));
    }

    private static boolean isAlphanumeric(char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
