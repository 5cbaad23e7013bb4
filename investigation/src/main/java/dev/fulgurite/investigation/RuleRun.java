package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One run of a detection, by hand or by schedule.
///
/// @param from rows before this were left out; null for no bound
/// @param to rows after this were left out; null for no bound
/// @param state how complete it was, or `unchanged` or `failed`
/// @param took null when that was not kept
/// @param settings the parameters it ran with, as `name=value`, of a run by hand
public record RuleRun(
        String rule,
        Instant at,
        @Nullable Instant from,
        @Nullable Instant to,
        long rows,
        String state,
        List<String> reasons,
        @Nullable Duration took,
        boolean scheduled,
        List<String> settings) {

    public RuleRun {
        reasons = List.copyOf(reasons);
        settings = List.copyOf(settings);
    }

    static RuleRun of(Row row) {
        Instant at = row.instant("at");
        return new RuleRun(
                row.text("rule"),
                at == null ? Instant.EPOCH : at,
                row.instant("from"),
                row.instant("to"),
                row.number("rows"),
                row.text("state"),
                row.list("reasons", String.class),
                row.get("millis") == null ? null : Duration.ofMillis(row.number("millis")),
                Boolean.TRUE.equals(row.get("scheduled")),
                row.list("settings", String.class));
    }
}
