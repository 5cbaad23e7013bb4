package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import java.util.Comparator;
import java.util.Locale;

/// How the queue is sorted. Equal alerts stand in the order of their ids, so that it is always the
/// same.
public enum QueueOrder {
    URGENT,
    NEWEST,
    OLDEST,
    RULE;

    private static final Comparator<AlertBrief> OLDEST_FIRST =
            Comparator.comparing(AlertBrief::time).thenComparing(AlertBrief::id);
    private static final Comparator<AlertBrief> NEWEST_FIRST =
            Comparator.comparing(AlertBrief::time).reversed().thenComparing(AlertBrief::id);

    Comparator<AlertBrief> comparator() {
        return switch (this) {
            case URGENT -> Comparator.comparing(AlertBrief::severity).thenComparing(NEWEST_FIRST);
            case NEWEST -> NEWEST_FIRST;
            case OLDEST -> OLDEST_FIRST;
            case RULE -> Comparator.comparing(AlertBrief::rule).thenComparing(NEWEST_FIRST);
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
