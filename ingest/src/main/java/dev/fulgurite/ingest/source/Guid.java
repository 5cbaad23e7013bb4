package dev.fulgurite.ingest.source;

import java.util.Locale;

/// Object ids, which some columns write without their dashes.
final class Guid {

    private Guid() {}

    /// Whether a text is no id, or the one of zeros that stands for nobody, or nothing.
    static boolean isNobody(String text) {
        return text.chars().allMatch(c -> c == '0' || c == '-');
    }

    /// Lower case, with dashes when the text is 32 hex digits.
    static String normal(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean bare =
                lower.length() == 32 && lower.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return !bare
                ? lower
                : String.join(
                        "-",
                        lower.substring(0, 8),
                        lower.substring(8, 12),
                        lower.substring(12, 16),
                        lower.substring(16, 20),
                        lower.substring(20));
    }
}
