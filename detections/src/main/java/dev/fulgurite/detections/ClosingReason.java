package dev.fulgurite.detections;

import java.util.Locale;

/// Why an alert is closed. There is no closing without one.
public enum ClosingReason {
    /// It happened, and it was an attack.
    TRUE_POSITIVE,
    /// It happened, and it was meant to.
    BENIGN,
    /// It did not happen as the rule says.
    FALSE_POSITIVE;

    /// `true positive`, `benign` or `false positive`, with blanks or hyphens, in any case.
    public static ClosingReason parse(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT).replace('-', ' ');
        for (ClosingReason reason : values()) {
            if (reason.words().equals(wanted)) {
                return reason;
            }
        }
        throw new RefusedRequest(
                "an alert is closed as true-positive, benign or false-positive, not as '"
                        + words
                        + "'; say more in a note");
    }

    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
