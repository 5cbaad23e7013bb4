package dev.fulgurite.detections.linked;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Slides a window over the runs of each principal. Where windows overlap, the one with the most
/// runs stands for them; and what a principal does on many days is habit.
@AutoService(PostProcessor.class)
public final class Spikes implements PostProcessor {

    private static final int FAN_OUT = 3;

    /// On so many days before, a spike is how somebody works.
    private static final int HABIT = 3;

    @Override
    public List<String> inner() {
        List<String> inner = new ArrayList<>(CloudRun.COLUMNS);
        inner.addAll(List.of("group", "groupId", "habit"));
        return inner;
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        List<Row> spikes = new ArrayList<>();
        CloudRuns.by(CloudRun::principal, rows)
                .values()
                .forEach(runs -> spikes.addAll(spikes(runs, settings)));
        return spikes.stream()
                .filter(row -> settings.inRange(row.instant("Start")))
                .sorted(Urgency.FIRST)
                .toList();
    }

    @Override
    public String leftOut(List<Row> about, List<Row> all, Settings settings) {
        long minutes = settings.number("timeDelta");
        Set<String> principals =
                about.stream()
                        .map(row -> new CloudRun(row).principal())
                        .collect(Collectors.toSet());
        return CloudRuns.by(CloudRun::principal, all).entrySet().stream()
                .filter(runs -> principals.contains(runs.getKey()))
                .flatMap(runs -> windows(runs.getValue(), Duration.ofMinutes(minutes)).stream())
                .max(Comparator.comparingInt(CloudRuns::size))
                .map(most ->
                        "timeDelta = "
                                + minutes
                                + ", commandsExecuted = "
                                + settings.number("commandsExecuted")
                                + ", resourcesImpacted = "
                                + settings.number("resourcesImpacted")
                                + ": at most "
                                + most.size()
                                + " runs of its principal, on "
                                + most.machines().size()
                                + " machines, began within so many minutes (from "
                                + most.start()
                                + ")")
                .orElse("");
    }

    private static List<Row> spikes(List<CloudRun> runs, Settings settings) {
        List<CloudRuns> windows =
                windows(runs, Duration.ofMinutes(settings.number("timeDelta"))).stream()
                        .filter(window -> window.size() >= settings.number("commandsExecuted"))
                        .filter(window ->
                                window.machines().size() >= settings.number("resourcesImpacted"))
                        .toList();
        Set<LocalDate> days = new TreeSet<>();
        List<Row> rows = new ArrayList<>();
        for (List<CloudRuns> burst : bursts(windows)) {
            CloudRuns most = burst.stream().reduce(Spikes::larger).orElseThrow();
            long before = days.stream().filter(day -> day.isBefore(day(most.start()))).count();
            burst.forEach(window -> rows.add(row(window, window.equals(most), before)));
            days.add(day(most.start()));
        }
        return rows;
    }

    /// Every stretch of runs that is not longer than `width` from the first start to the last and
    /// is no part of such a stretch.
    static List<CloudRuns> windows(List<CloudRun> runs, Duration width) {
        List<CloudRuns> windows = new ArrayList<>();
        int end = 0;
        for (int first = 0; first < runs.size(); first++) {
            int after = Math.max(end, first);
            Instant last = runs.get(first).start().plus(width);
            while (after < runs.size() && !runs.get(after).start().isAfter(last)) {
                after++;
            }
            if (after > end) {
                windows.add(new CloudRuns(runs.subList(first, after)));
                end = after;
            }
        }
        return windows;
    }

    /// Windows that share runs with the one before them belong to one burst.
    private static List<List<CloudRuns>> bursts(List<CloudRuns> windows) {
        List<List<CloudRuns>> bursts = new ArrayList<>();
        for (CloudRuns window : windows) {
            boolean goesOn =
                    !bursts.isEmpty()
                            && !window.start()
                                    .isAfter(bursts.getLast().getLast().runs().getLast().start());
            if (!goesOn) {
                bursts.add(new ArrayList<>());
            }
            bursts.getLast().add(window);
        }
        return bursts;
    }

    private static CloudRuns larger(CloudRuns one, CloudRuns other) {
        return other.size() > one.size() ? other : one;
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Row row(CloudRuns window, boolean most, long daysBefore) {
        Map<String, String> groups = new TreeMap<>();
        window.runs().forEach(run -> groups.put(run.machine(), run.row().text("group")));
        int machines = groups.size();
        List<String> reasons = new ArrayList<>();
        reasons.add(
                window.size()
                        + " runs on "
                        + machines
                        + " machines in "
                        + minutes(window)
                        + " min");
        if (!most) {
            reasons.add("overlaps a window with more runs");
        }
        return window.row()
                .with("CallerIP", window.addresses())
                .with("ResourceCount", (long) machines)
                .with(
                        "ResourceGroupCount",
                        window.runs().stream()
                                .map(run -> run.row().text("groupId"))
                                .distinct()
                                .count())
                .with("WindowDelta [Minutes]", minutes(window))
                .with("Start", window.start())
                .with("End", window.end())
                .with("ResourceBag", groups)
                .with("Commands", (long) window.size())
                .with("shape", shape(machines))
                .with("outcomes", window.outcomes())
                .with("daysBefore", daysBefore)
                .with("severity", severity(most, daysBefore).word())
                .with("reasons", reasons)
                .with("habit", habit(daysBefore));
    }

    private static long minutes(CloudRuns window) {
        return window.length().toMinutes();
    }

    private static String shape(int machines) {
        return machines == 1 ? "same VM" : machines >= FAN_OUT ? "fan-out" : "mixed";
    }

    private static Severity severity(boolean most, long daysBefore) {
        if (!most || daysBefore >= HABIT) {
            return Severity.INFORMATIONAL;
        }
        return daysBefore == 0 ? Severity.MEDIUM : Severity.LOW;
    }

    private static String habit(long daysBefore) {
        return daysBefore == 0 ? ", never before" : ", as on " + daysBefore + " days before";
    }
}
