package dev.fulgurite.detections;

import java.util.Locale;

/// How urgent an alert is, the most urgent first.
public enum Severity {
    HIGH,
    MEDIUM,
    LOW,
    /// Worth a row, not an alert: what is usual, and what rules that look something up find.
    INFORMATIONAL;

    public static Severity parse(String word) {
        for (Severity severity : values()) {
            if (severity.word().equals(word)) {
                return severity;
            }
        }
        throw new IllegalArgumentException(
                "no severity is called '" + word + "': use high, medium, low or informational");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
