package dev.fulgurite.detections.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What became of one run by schedule; kept in the graph as a `DetectionRun`.
///
/// @param state how complete it was, or `unchanged` or `failed`
/// @param covers whether the next run begins where this one ended; false when rows may be missing
/// @param alerts how many alerts it raised that were not there before
public record Run(
        Due due,
        Instant at,
        long rows,
        long alerts,
        String state,
        List<String> reasons,
        boolean covers,
        Duration took) {

    static final String UNCHANGED = "unchanged";
    static final String FAILED = "failed";

    public Run {
        reasons = List.copyOf(reasons);
    }

    /// A run that was not made because nothing had happened that it could see.
    public static Run unchanged(Due due, Instant at) {
        return new Run(due, at, 0, 0, UNCHANGED, List.of(), true, Duration.ZERO);
    }

    /// A run that broke off; the next one makes up for it.
    public static Run failed(Due due, Instant at, String reason, Duration took) {
        return new Run(due, at, 0, 0, FAILED, List.of(reason), false, took);
    }

    public boolean hasFailed() {
        return state.equals(FAILED);
    }

    public boolean isUnchanged() {
        return state.equals(UNCHANGED);
    }

    /// As it is kept. A run by hand at the same moment has the same key: it is the same run.
    Map<String, @Nullable Object> row() {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("key", due.rule() + "|" + at);
        row.put("rule", due.rule());
        row.put("at", at);
        row.put("from", due.from());
        row.put("to", due.to());
        row.put("rows", rows);
        row.put("alerts", alerts);
        row.put("completeness", state);
        row.put("reasons", reasons);
        row.put("covers", covers);
        row.put("caughtUp", due.caughtUp());
        row.put("linking", due.linking());
        row.put("version", due.version());
        row.put("millis", took.toMillis());
        return row;
    }
}
