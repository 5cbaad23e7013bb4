package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Tells visits that ended from those that the log is too short to judge, and puts those first that
/// went on from the machine.
@AutoService(PostProcessor.class)
public final class BriefInteractions implements PostProcessor {

    private static final String INSUFFICIENT = "insufficient history";

    @Override
    public List<String> inner() {
        return List.of("logFrom", "logTo");
    }

    /// What was quiet up to the end of a log that has ended stays so.
    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return rows.stream().noneMatch(row -> settings.now().isBefore(time(row, "logTo")));
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        return rows.stream()
                .map(row -> judged(row, settings))
                .sorted(
                        Urgency.FIRST
                                .thenComparing(row -> row.text("resourceId"))
                                .thenComparing(row -> row.text("Caller")))
                .sorted(Comparator.comparingLong((Row row) -> -rank(row)))
                .toList();
    }

    private static Row judged(Row row, Settings settings) {
        Instant start = time(row, "Start");
        Instant end = time(row, "End");
        List<String> reasons = new ArrayList<>();
        Duration before = Duration.between(time(row, "logFrom"), start);
        Duration after = Duration.between(end, earlier(time(row, "logTo"), settings.now()));
        if (before.compareTo(Duration.ofDays(settings.number("historyDays"))) < 0) {
            reasons.add("the log begins " + told(before) + " before the first run");
        }
        if (after.compareTo(Duration.ofHours(settings.number("quietHours"))) < 0) {
            reasons.add("the log ends " + told(after) + " after the last run");
        }
        boolean enough = reasons.isEmpty();
        reasons.addAll(row.list("reasons", String.class));
        return row.with("TimeDelta", Duration.between(start, end).toHours())
                .with("history", enough ? "sufficient" : INSUFFICIENT)
                .with("outcomes", outcomes(row.list("outcomes", String.class)))
                .with("severity", severity(row, enough).word())
                .with("reasons", reasons);
    }

    private static String told(Duration duration) {
        long hours = Math.max(0, duration.toHours());
        return hours < 48 ? hours + " hours" : duration.toDays() + " days";
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant time(Row row, String column) {
        return Objects.requireNonNull(row.instant(column), column);
    }

    private static Map<String, Long> outcomes(List<String> outcomes) {
        return outcomes.stream()
                .collect(
                        Collectors.groupingBy(
                                Function.identity(), TreeMap::new, Collectors.counting()));
    }

    private static Severity severity(Row row, boolean enough) {
        if (!enough || row.number("onwardVisits") == 0) {
            return Severity.INFORMATIONAL;
        }
        return isNew(row) ? Severity.MEDIUM : Severity.LOW;
    }

    private static boolean isNew(Row row) {
        return Boolean.TRUE.equals(row.get("newPrincipalOnVm"));
    }

    /// By what was known, what was seen on the host, and what went on from it, in this order.
    private static long rank(Row row) {
        if (row.text("history").equals(INSUFFICIENT)) {
            return -1;
        }
        return (isNew(row) ? 4L : 0L)
                + (row.number("hostCommands") > 0 ? 2L : 0L)
                + (row.number("onwardVisits") > 0 ? 1L : 0L);
    }
}
