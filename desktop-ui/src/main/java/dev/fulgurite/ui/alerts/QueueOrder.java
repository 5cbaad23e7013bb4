package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.Alert;
import java.util.Comparator;
import java.util.Locale;

/// How the queue is sorted. Equal alerts stand in the order of their ids, so that it is always the
/// same.
public enum QueueOrder {
    URGENT,
    NEWEST,
    OLDEST,
    RULE;

    private static final Comparator<Alert> OLDEST_FIRST =
            Comparator.comparing(Alert::time).thenComparing(Alert::id);
    private static final Comparator<Alert> NEWEST_FIRST =
            Comparator.comparing(Alert::time).reversed().thenComparing(Alert::id);

    Comparator<Alert> comparator() {
        return switch (this) {
            case URGENT -> Comparator.comparing(Alert::severity).thenComparing(NEWEST_FIRST);
            case NEWEST -> NEWEST_FIRST;
            case OLDEST -> OLDEST_FIRST;
            case RULE -> Comparator.comparing(Alert::rule).thenComparing(NEWEST_FIRST);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
