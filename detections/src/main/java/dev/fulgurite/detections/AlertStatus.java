package dev.fulgurite.detections;

import java.util.Locale;

/// Where an alert stands in the analyst's queue.
public enum AlertStatus {
    OPEN,
    /// Decided by an analyst; [Alert#statusReason()] says how.
    CLOSED,
    /// The event it stands on is no longer in the graph.
    WITHDRAWN;

    public static AlertStatus parse(String word) {
        for (AlertStatus status : values()) {
            if (status.word().equals(word.toLowerCase(Locale.ROOT))) {
                return status;
            }
        }
        throw new RefusedRequest(
                "no alert status is called '" + word + "': use open, closed or withdrawn");
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
