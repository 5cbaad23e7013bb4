package dev.fulgurite.detections.watch;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door: which rules are due and over what range. What was run is kept in the graph, so that a
/// watch that was ended, killed or asleep goes on from there: one run makes up for all that were
/// missed.
///
/// A run's range ends a while before now, since logs take time to arrive. It begins where the last
/// run ended that covered its range, less the rule's period; or as far back as needed to see what
/// came late. A rule that is new, or was changed, begins with all there is. A finding is the same
/// alert in every run, so that overlapping ranges raise nothing twice.
public final class Roster {

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Duration lag;
    private final int keep;
    private final Map<String, Last> last = new HashMap<>();

    /// The last runs of a rule.
    ///
    /// @param at when it was last run
    private record Last(Instant at, @Nullable Covered covered) {}

    /// @param to where its range ended
    private record Covered(Instant to, long linking, String version) {}

    /// @param lag how long logs may take to arrive
    /// @param keep how many runs of a rule are kept in the graph
    public Roster(InvestigationGraph graph, CypherLibrary library, Duration lag, int keep) {
        this.graph = graph;
        this.library = library;
        this.lag = lag;
        this.keep = keep;
        Query query = Query.of(library.file("read", "detection-runs").statement());
        graph.scan(query, this::take);
    }

    private void take(Row row) {
        Instant at = row.instant("at");
        Instant to = row.instant("to");
        if (at != null) {
            Covered covered =
                    to == null ? null : new Covered(to, row.number("linking"), row.text("version"));
            last.put(row.text("rule"), new Last(at, covered));
        }
    }

    /// The run of a rule that is due now, if one is; a rule that was never run is due at once.
    public Optional<Due> due(String rule, Schedule schedule, String version, Instant now) {
        Last before = last.get(rule);
        if (before == null) {
            return Optional.of(all(rule, version, now, false));
        }
        if (!schedule.latest(now).isAfter(before.at)) {
            return Optional.empty();
        }
        boolean caughtUp = schedule.next(before.at).isBefore(schedule.latest(now));
        Covered covered = before.covered;
        return Optional.of(
                covered == null || !covered.version.equals(version)
                        ? all(rule, version, now, caughtUp)
                        : since(covered, rule, schedule, now, caughtUp));
    }

    private Due all(String rule, String version, Instant now, boolean caughtUp) {
        Instant to = now.minus(lag);
        long linking = News.since(graph, library, 0, to, to).linking();
        return new Due(rule, version, null, to, linking, true, caughtUp);
    }

    private Due since(
            Covered covered, String rule, Schedule schedule, Instant now, boolean caughtUp) {
        // Clocks are set back, and a longer lag may be chosen: what is covered stays so.
        Instant to = later(now.minus(lag), covered.to);
        News news = News.since(graph, library, covered.linking, covered.to, to);
        Instant earliest = news.earliest();
        Instant begin = earliest == null ? covered.to : earlier(earliest, covered.to);
        return new Due(
                rule,
                covered.version,
                news.unbounded() ? null : begin.minus(schedule.period()),
                to,
                news.linking(),
                news.concerns(to),
                caughtUp);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /// When a rule is due next; now or before when it is due.
    public Instant next(String rule, Schedule schedule) {
        Last before = last.get(rule);
        return before == null ? Instant.MIN : schedule.next(before.at);
    }

    /// Keeps runs in the graph, in one transaction.
    public void record(List<Run> runs) {
        Map<String, Object> rows = Map.of("runs", runs.stream().map(Run::row).toList());
        List<String> rules = runs.stream().map(run -> run.due().rule()).distinct().toList();
        graph.write(transaction -> {
            transaction.run(library.file("write", "ScheduledRun").statement(0), rows);
            return transaction.run(
                    library.file("write", "ScheduledRun").statement(1),
                    Map.of("rules", rules, "keep", (long) keep));
        });
        runs.forEach(this::remember);
    }

    private void remember(Run run) {
        Due due = run.due();
        Last before = last.get(due.rule());
        Covered covered = before == null ? null : before.covered;
        last.put(
                due.rule(),
                new Last(
                        run.at(),
                        run.covers()
                                ? new Covered(due.to(), due.linking(), due.version())
                                : covered));
    }
}
