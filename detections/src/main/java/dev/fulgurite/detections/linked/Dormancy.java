package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Keeps the identities that were quiet for long before they returned, and says how sure that is:
/// where no earlier success is known it depends on how far back the logs reach.
@AutoService(PostProcessor.class)
public final class Dormancy implements PostProcessor {

    private static final double SEEN = 0.9;
    private static final double UNSEEN = 0.8;
    private static final double SHORT_LOGS = 0.5;
    private static final double NEW = 0.4;

    private record Judgement(double confidence, String reason) {}

    @Override
    public List<String> inner() {
        return List.of("returned", "logsFrom", "made", "followed", "dormantFor", "story");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        long days = settings.number("dormantDays");
        return rows.stream().flatMap(row -> judged(row, days).stream()).toList();
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        long days = settings.number("dormantDays");
        return about.stream()
                .map(row ->
                        "dormantDays = "
                                + days
                                + ": the last successful sign-in, at "
                                + row.instant("lastSuccess")
                                + ", was less before that at "
                                + row.instant("returned"))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Optional<Row> judged(Row row, long days) {
        Instant returned = Objects.requireNonNull(row.instant("returned"));
        Instant last = row.instant("lastSuccess");
        if (last != null && Duration.between(last, returned).compareTo(Duration.ofDays(days)) < 0) {
            return Optional.empty();
        }
        Instant made = row.instant("made");
        boolean isNew = last == null && made != null && daysBetween(made, returned) < days;
        Judgement judgement =
                isNew
                        ? new Judgement(NEW, "made " + made + ": new rather than dormant")
                        : judgement(last, returned, row.instant("logsFrom"), days);
        long followed = row.number("followed");
        Severity severity = followed > 0 ? Severity.HIGH : isNew ? Severity.LOW : Severity.MEDIUM;
        return Optional.of(
                row.with("dormancyDays", last == null ? null : daysBetween(last, returned))
                        .with("dormantFor", dormantFor(last, returned))
                        .with("confidence", judgement.confidence())
                        .with("reasons", List.of(judgement.reason()))
                        .with("severity", severity.word())
                        .with("story", story(followed)));
    }

    private static Judgement judgement(
            @Nullable Instant last, Instant returned, @Nullable Instant logsFrom, long days) {
        if (last != null) {
            return new Judgement(SEEN, "last successful sign-in before: " + last);
        }
        if (logsFrom == null) {
            return new Judgement(SHORT_LOGS, "no successful sign-in before is in the logs");
        }
        long reach = Math.max(0, daysBetween(logsFrom, returned));
        return new Judgement(
                reach >= days ? UNSEEN : SHORT_LOGS,
                "no successful sign-in in the " + reach + " days that the logs reach back");
    }

    private static long daysBetween(Instant from, Instant to) {
        return Duration.between(from, to).toDays();
    }

    private static String dormantFor(@Nullable Instant last, Instant returned) {
        return last == null ? "an unknown time" : daysBetween(last, returned) + " days";
    }

    private static String story(long followed) {
        return switch ((int) Math.min(followed, 2)) {
            case 0 -> "";
            case 1 -> "; a Run Command followed";
            default -> "; " + followed + " Run Commands followed";
        };
    }
}
