package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Completeness;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.Scheduled;
import dev.fulgurite.detections.watch.Due;
import dev.fulgurite.detections.watch.Roster;
import dev.fulgurite.detections.watch.Run;
import dev.fulgurite.graph.GraphException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Runs the rules that are due.
final class RuleRuns {

    private final Roster roster;
    private final InstantSource clock;
    private final WatchListener listener;
    private Detector detector;
    private List<Scheduled> rules;

    RuleRuns(
            Detector detector,
            Roster roster,
            List<Scheduled> rules,
            InstantSource clock,
            WatchListener listener) {
        this.detector = detector;
        this.roster = roster;
        this.rules = rules;
        this.clock = clock;
        this.listener = listener;
    }

    /// Runs these rules from now on.
    void replace(Detector knowing, List<Scheduled> scheduled) {
        detector = knowing;
        rules = scheduled;
    }

    /// When the next rule is due; now or before when one is.
    Instant next() {
        return rules.stream()
                .map(rule -> roster.next(rule.rule(), rule.schedule()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    boolean areDue() {
        return !next().isAfter(clock.instant());
    }

    /// Runs what is due; between two runs it ends when asked to.
    ///
    /// @return how many runs failed
    int run(BooleanSupplier stop) {
        if (!areDue()) {
            return 0;
        }
        detector.linkWhenDue();
        List<Run> unchanged = new ArrayList<>();
        int failed = 0;
        for (Scheduled rule : rules) {
            if (stop.getAsBoolean()) {
                break;
            }
            Instant now = clock.instant();
            Optional<Due> due = roster.due(rule.rule(), rule.schedule(), rule.version(), now);
            if (due.isPresent() && !due.get().changed()) {
                unchanged.add(Run.unchanged(due.get(), now));
            } else if (due.isPresent()) {
                Run run = run(rule, due.get(), now);
                keep(List.of(run));
                failed += run.hasFailed() ? 1 : 0;
            }
        }
        keep(unchanged);
        return failed;
    }

    private void keep(List<Run> runs) {
        if (!runs.isEmpty()) {
            roster.record(runs);
            runs.forEach(listener::ran);
        }
    }

    /// A rule that fails must not stop the others; a store that is gone stops them all.
    private Run run(Scheduled rule, Due due, Instant now) {
        long began = System.nanoTime();
        try {
            DetectionResult result = detector.detect(rule, now, due.from(), due.to());
            long alerts =
                    result.alerts().isEmpty() ? 0 : detector.alerts().raised(rule.rule(), now);
            return new Run(
                    due,
                    now,
                    result.rows().size(),
                    alerts,
                    result.completeness().word(),
                    reasons(result.completeness()),
                    covers(result.completeness()),
                    since(began));
        } catch (GraphException e) {
            return switch (e.kind()) {
                case LOCKED, UNREACHABLE, REFUSED, FULL -> throw e;
                case BAD_QUERY, TIMED_OUT, CANCELLED, FAILED ->
                        Run.failed(due, now, String.valueOf(e.getMessage()), since(began));
            };
        } catch (RuntimeException e) {
            return Run.failed(due, now, e.toString(), since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static List<String> reasons(Completeness completeness) {
        return completeness instanceof Completeness.Blind blind ? blind.reasons() : List.of();
    }

    /// What a blind rule lacks is news when it comes.
    private static boolean covers(Completeness completeness) {
        return switch (completeness) {
            case Completeness.Complete _, Completeness.Blind _ -> true;
            case Completeness.FirstOf _, Completeness.TimedOut _ -> false;
        };
    }
}
