package dev.fulgurite.detections.linked;

import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.Comparator;

/// The order of rows that say how urgent they are.
final class Urgency {

    /// The most urgent first, then the earliest.
    static final Comparator<Row> FIRST =
            Comparator.comparing((Row row) -> Severity.parse(row.text("severity")))
                    .thenComparing(Urgency::at)
                    .thenComparing(row -> row.text("firstEvent"));

    private Urgency() {}

    private static Instant at(Row row) {
        Instant at = row.instant("at");
        return at == null ? Instant.MIN : at;
    }
}
