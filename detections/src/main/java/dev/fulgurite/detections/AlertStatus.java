package dev.fulgurite.detections;

import java.util.Locale;

/// Where an alert stands in the analyst's queue.
public enum AlertStatus {
    OPEN,
    /// Decided by an analyst; [Alert#statusReason()] says how.
    CLOSED,
    /// Kept out of the queue by a [Suppression]; open again when the next run finds it and none
    /// does.
    SUPPRESSED,
    /// The event it stands on is no longer in the graph.
    WITHDRAWN;

    public static AlertStatus parse(String word) {
        for (AlertStatus status : values()) {
            if (status.word().equals(word.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new RefusedRequest(
                "no alert status is called '"
                        + word
                        + "': use open, closed, suppressed or withdrawn");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
