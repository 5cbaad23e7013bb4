package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Counts the different scripts of each sitting.
@AutoService(PostProcessor.class)
public final class VolatileScripts implements PostProcessor {

    private static final double PERCENT = 100;

    @Override
    public List<String> inner() {
        List<String> inner = new ArrayList<>(CloudRun.COLUMNS);
        inner.addAll(List.of("size", "hash", "habit"));
        return inner;
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        Set<String> events =
                about.stream().map(row -> row.text("firstEvent")).collect(Collectors.toSet());
        return sittings(all, settings).stream()
                .filter(sitting ->
                        sitting.runs().stream()
                                .anyMatch(run -> events.contains(run.row().text("firstEvent"))))
                .max(Comparator.comparingInt(CloudRuns::size))
                .map(most ->
                        String.format(
                                Locale.ROOT,
                                "minimumExecutions = %d, percentage = %d: its largest sitting (from"
                                        + " %s) has %d executions with %d contents, %.0f %%",
                                settings.number("minimumExecutions"),
                                settings.number("percentage"),
                                most.start(),
                                most.size(),
                                distinct(most),
                                percentage(most)))
                .orElse("neither size nor hash of its file is known");
    }

    private static List<CloudRuns> sittings(List<Row> rows, Settings settings) {
        List<Row> told =
                rows.stream()
                        .filter(row -> !row.text("hash").isEmpty() || row.get("size") != null)
                        .toList();
        List<CloudRuns> sittings = new ArrayList<>();
        CloudRuns.by(run -> run.principal() + "\n" + run.machine(), told)
                .values()
                .forEach(runs ->
                        sittings.addAll(
                                sittings(
                                        runs,
                                        Duration.ofMinutes(settings.number("sessionMinutes")))));
        return sittings;
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        List<CloudRuns> sittings = sittings(rows, settings);
        Map<String, Long> before = new TreeMap<>();
        List<Row> found = new ArrayList<>();
        sittings.stream()
                .filter(sitting -> isVolatile(sitting, settings))
                .sorted((one, other) -> one.start().compareTo(other.start()))
                .forEach(sitting ->
                        found.add(
                                row(
                                        sitting,
                                        before.merge(
                                                        sitting.runs().getFirst().principal(),
                                                        1L,
                                                        Long::sum)
                                                - 1)));
        return found.stream()
                .filter(row -> settings.inRange(row.instant("StartTime")))
                .sorted(Urgency.FIRST)
                .toList();
    }

    /// Runs with no pause longer than `pause` from the end of what came before.
    private static List<CloudRuns> sittings(List<CloudRun> runs, Duration pause) {
        List<CloudRuns> sittings = new ArrayList<>();
        int first = 0;
        for (int i = 1; i <= runs.size(); i++) {
            if (i == runs.size()
                    || runs.get(i - 1).end().plus(pause).isBefore(runs.get(i).start())) {
                sittings.add(new CloudRuns(runs.subList(first, i)));
                first = i;
            }
        }
        return sittings;
    }

    private static boolean isVolatile(CloudRuns sitting, Settings settings) {
        return sitting.size() >= settings.number("minimumExecutions")
                && percentage(sitting) > settings.number("percentage");
    }

    private static double percentage(CloudRuns sitting) {
        return (double) distinct(sitting) / sitting.size() * PERCENT;
    }

    /// How many contents there are at least: by hash, and by size where there is no hash and none
    /// of the hashed has that size.
    private static long distinct(CloudRuns sitting) {
        Set<String> hashes = new HashSet<>();
        Set<Object> hashedSizes = new HashSet<>();
        Set<Object> sizes = new HashSet<>();
        for (CloudRun run : sitting.runs()) {
            String hash = run.row().text("hash");
            if (hash.isEmpty()) {
                sizes.add(run.row().text("size"));
            } else {
                hashes.add(hash);
                hashedSizes.add(run.row().text("size"));
            }
        }
        sizes.removeAll(hashedSizes);
        return (long) hashes.size() + sizes.size();
    }

    private static Row row(CloudRuns sitting, long before) {
        Set<String> sizes =
                sitting.runs().stream()
                        .map(run -> run.row().text("size"))
                        .filter(size -> !size.isEmpty())
                        .collect(Collectors.toSet());
        double sure =
                sitting.runs().stream()
                        .mapToDouble(run ->
                                run.row().get("confidence") instanceof Number number
                                        ? number.doubleValue()
                                        : 1)
                        .min()
                        .orElse(1);
        return sitting.row()
                .with("CallerIpAddress", sitting.addresses())
                .with("StartTime", sitting.start())
                .with("EndTime", sitting.end())
                .with("count_", (long) sitting.size())
                .with("dcount_FileSize", (long) sizes.size())
                .with("PercentageDifferent", percentage(sitting))
                .with("distinctContents", distinct(sitting))
                .with("outcomes", sitting.outcomes())
                .with("sittingsBefore", before)
                .with("severity", (before == 0 ? Severity.MEDIUM : Severity.LOW).word())
                .with("confidence", sure)
                .with("reasons", sitting.texts("reasons"))
                .with("alternatives", sitting.texts("alternatives"))
                .with(
                        "habit",
                        before == 0
                                ? ", as it never did before"
                                : ", as in " + before + " sittings before");
    }
}
