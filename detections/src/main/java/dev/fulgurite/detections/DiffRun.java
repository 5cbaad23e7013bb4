package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Runs a rule in both modes to show in what they differ. Raises no alert.
final class DiffRun {

    private final Rulebook rulebook;
    private final Published published;

    DiffRun(Rulebook rulebook, Published published) {
        this.rulebook = rulebook;
        this.published = published;
    }

    DetectionResult of(Rule rule, DetectionRequest request, Ingested held) {
        PublishedRule twin = published.rule(rule.id());
        Set<String> lacking = new LinkedHashSet<>(rulebook.lacking(rule, request));
        lacking.addAll(published.lacking(twin, request));
        Set<String> blind = new LinkedHashSet<>(lacking);
        blind.addAll(rule.blindness(held, request.from(), request.to()));
        blind.addAll(twin.blindness(held, twin.settings(request)));
        if (!lacking.isEmpty()) {
            return DetectionResult.blind(rule.id(), Mode.DIFF, List.copyOf(blind));
        }
        List<Difference> differences = new ArrayList<>();
        Found found = Found.inTime(() -> differing(rule, twin, request, differences));
        return new DetectionResult(
                rule.id(),
                Mode.DIFF,
                found.columns(),
                found.printed(),
                found.completeness(List.copyOf(blind)),
                List.of(),
                differences.subList(0, found.first().size()));
    }

    private Found differing(
            Rule rule, PublishedRule twin, DetectionRequest request, List<Difference> differences) {
        Settings settings = Settings.of(rule.id(), rule.parameters(), request);
        Found linked = Found.in(rulebook, rule, settings);
        List<Row> read = linked.timedOut() ? List.of() : rulebook.rows(rule, settings).rows();
        Diff diff =
                Diff.of(
                        twin,
                        published.answer(twin, twin.settings(request), true),
                        linked.rows(),
                        read,
                        about -> rulebook.processor(rule).leftOut(about, read, settings));
        Set<String> columns = new LinkedHashSet<>(published.query(twin).columns());
        columns.addAll(linked.columns());
        differences.addAll(diff.differences());
        Found found = Found.of(List.copyOf(columns), diff.rows());
        return linked.timedOut() ? found.cutByTime() : found;
    }
}
