package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.Coverage.Run;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Finds gaps: in what all evidence files together hold of a source. They are computed when asked
/// for, since the next file may fill them.
final class Gaps {

    /// A log that was exported whole has few holes and long runs between them; one of which only
    /// some kinds of events were exported has holes everywhere, which say nothing.
    private static final int RECORDS_A_RUN = 10;

    private static final double WHOLE = 0.8;

    private static final int SILENT_HOURS = 6;

    /// Busy is a source with records in so many of the hours just before and just after.
    private static final int BUSY_HOURS = 18;

    private static final int AROUND_HOURS = 24;
    private static final long SECONDS_AN_HOUR = 3600;

    private record Source(String name, String computer) {}

    private static final class Held {
        private final List<Run> records = new ArrayList<>();
        private final List<Run> active = new ArrayList<>();
        private long count;
    }

    private Gaps() {}

    /// All gaps, by source, in the order of time.
    static List<Gap> in(InvestigationGraph graph, CypherLibrary library) {
        Map<Source, Held> sources = new LinkedHashMap<>();
        graph.scan(
                Query.of(library.file("read", "coverage").statement()), row -> add(row, sources));
        List<Gap> gaps = new ArrayList<>();
        sources.forEach((source, held) -> {
            List<Gap> found = new ArrayList<>(missing(source, held));
            found.addAll(silent(source, union(held.active)));
            found.sort(Comparator.comparing(Gap::from).thenComparing(Gap::told));
            gaps.addAll(found);
        });
        return gaps;
    }

    private static void add(Row row, Map<Source, Held> sources) {
        Source source = new Source(row.text("source"), row.text("computer"));
        Held held = sources.computeIfAbsent(source, _ -> new Held());
        held.count += row.number("count");
        List<Long> numbers = row.list("records", Long.class);
        List<Instant> times = row.list("recordTimes", Instant.class);
        for (int i = 0; i + 1 < numbers.size(); i += 2) {
            held.records.add(
                    new Run(numbers.get(i), numbers.get(i + 1), times.get(i), times.get(i + 1)));
        }
        List<Instant> active = row.list("active", Instant.class);
        for (int i = 0; i + 1 < active.size(); i += 2) {
            Instant from = active.get(i);
            Instant to = active.get(i + 1);
            held.active.add(new Run(hour(from), hour(to), from, to));
        }
    }

    private static long hour(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), SECONDS_AN_HOUR);
    }

    /// Runs that touch or overlap become one.
    private static List<Run> union(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparingLong(Run::first));
        List<Run> union = new ArrayList<>();
        for (Run run : sorted) {
            Run last = union.isEmpty() ? null : union.getLast();
            if (last == null || run.first() > last.last() + 1) {
                union.add(run);
            } else if (run.last() > last.last()) {
                union.set(
                        union.size() - 1, new Run(last.first(), run.last(), last.from(), run.to()));
            }
        }
        return union;
    }

    private static List<Gap> missing(Source source, Held held) {
        List<Run> runs = union(held.records);
        long covered = runs.stream().mapToLong(run -> run.last() - run.first() + 1).sum();
        if (held.count < covered * WHOLE || held.count < (long) runs.size() * RECORDS_A_RUN) {
            return List.of();
        }
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < runs.size(); i++) {
            Run before = runs.get(i - 1);
            Run after = runs.get(i);
            // A log that was cleared counts from 1 again: then numbers and times disagree.
            if (!after.from().isBefore(before.to())) {
                gaps.add(
                        new Gap.Records(
                                source.name,
                                source.computer,
                                before.to(),
                                after.from(),
                                before.last() + 1,
                                after.first() - 1));
            }
        }
        return gaps;
    }

    private static List<Gap> silent(Source source, List<Run> active) {
        List<Gap> gaps = new ArrayList<>();
        for (int i = 1; i < active.size(); i++) {
            Run before = active.get(i - 1);
            Run after = active.get(i);
            boolean busy =
                    hours(active, before.last() - AROUND_HOURS + 1, before.last()) >= BUSY_HOURS
                            && hours(active, after.first(), after.first() + AROUND_HOURS - 1)
                                    >= BUSY_HOURS;
            if (after.first() - before.last() > SILENT_HOURS && busy) {
                gaps.add(new Gap.Silence(source.name, source.computer, before.to(), after.from()));
            }
        }
        return gaps;
    }

    /// How many hours of a stretch have records.
    private static long hours(List<Run> active, long from, long to) {
        return active.stream()
                .mapToLong(run ->
                        Math.max(0, Math.min(run.last(), to) - Math.max(run.first(), from) + 1))
                .sum();
    }
}
