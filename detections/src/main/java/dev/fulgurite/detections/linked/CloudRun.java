package dev.fulgurite.detections.linked;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// One cloud operation as a statement reads it: who (`principal`), on what (`machine`), when (`at`,
/// `ended`), from where (`addresses`) and how it ended (`outcome`).
record CloudRun(Row row) {

    /// The columns it is read from and nobody prints.
    static final List<String> COLUMNS =
            List.of("principal", "machine", "ended", "addresses", "outcome");

    static final Comparator<CloudRun> IN_TIME =
            Comparator.comparing(CloudRun::start).thenComparing(run -> run.row.text("firstEvent"));

    /// The identity behind the caller; `""` when no record says who called.
    String principal() {
        return row.text("principal");
    }

    String machine() {
        return row.text("machine");
    }

    Instant start() {
        return Objects.requireNonNull(row.instant("at"), "an operation without a time");
    }

    /// That of its last step; of its start, when no step closes it.
    Instant end() {
        Instant ended = row.instant("ended");
        return ended == null || ended.isBefore(start()) ? start() : ended;
    }

    List<String> addresses() {
        return row.list("addresses", String.class);
    }

    String outcome() {
        return row.text("outcome");
    }
}
