package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What rules found, kept in the graph for the next process that asks the same while nothing was
/// stored, linked or worked on and the program is the same. A process that had to find it itself
/// has kept what that took, and looks here no more.
final class KeptResults {

    /// What a rule found.
    ///
    /// @param lasts whether it is the same at any later time while the graph is what it is
    record Made(DetectionResult result, boolean lasts) {}

    /// What a result follows from.
    ///
    /// @param alerts how the rule's own alerts stand, which a run may change itself
    private record State(String graph, List<Row> alerts) {

        String text(Settings settings) {
            return Hashes.sha256Hex(
                    String.join(
                            "\n",
                            ProgramText.hash(),
                            String.valueOf(settings.from()),
                            String.valueOf(settings.to()),
                            new TreeMap<>(settings.values()).toString(),
                            graph,
                            alerts.toString()));
        }
    }

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Alerts alerts;
    private final Set<String> found = ConcurrentHashMap.newKeySet();

    KeptResults(InvestigationGraph graph, CypherLibrary library, Alerts alerts) {
        this.graph = graph;
        this.library = library;
        this.alerts = alerts;
    }

    /// @param run finds it anew, and raises its alerts
    DetectionResult of(Rule rule, Settings settings, Supplier<Made> run) {
        if (found.contains(rule.id())) {
            return run.get().result();
        }
        Optional<State> before = state(rule);
        Optional<DetectionResult> kept =
                before.flatMap(state -> read(rule, state.text(settings), settings.now()));
        if (kept.isPresent()) {
            return kept.get();
        }
        found.add(rule.id());
        Made made = run.get();
        if (made.lasts()) {
            // What was stored meanwhile may not be in it.
            state(rule)
                    .filter(after -> before.map(State::graph).equals(Optional.of(after.graph())))
                    .ifPresent(after -> write(rule, after.text(settings), settings.now(), made));
        }
        return made.result();
    }

    /// To be called when links were made: nothing that was kept can be told any more, and what was
    /// taken back is not to stand in it.
    void forget() {
        String statement = library.file("write", "KeptResult").statement(1);
        graph.write(transaction -> transaction.run(statement, Map.of()));
    }

    /// Nothing where the alerts may change by the clock alone.
    private Optional<State> state(Rule rule) {
        Map<String, @Nullable Object> others = new HashMap<>();
        others.put("rule", rule.isLast() ? rule.id() : null);
        String conclusions = library.file("read", "last-batches").statement(1);
        String alerting = library.file("read", "alerting").statement();
        List<Row> own = graph.read(Query.of(alerting, Map.of("rule", rule.id()))).rows();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new State(
                                graph.read(Query.of(conclusions, others)).rows().toString(), own));
    }

    private Optional<DetectionResult> read(Rule rule, String state, Instant now) {
        String statement = library.file("read", "kept-result").statement();
        Map<String, Object> asked = Map.of("rule", rule.id(), "state", state, "now", now);
        return graph.read(Query.of(statement, asked)).rows().stream()
                .findFirst()
                .map(row -> ResultText.read(row.text("contents")))
                .flatMap(kept -> withAlerts(rule, kept));
    }

    private Optional<DetectionResult> withAlerts(Rule rule, ResultText.Kept kept) {
        Map<String, Alert> standing = new LinkedHashMap<>();
        if (!kept.alerts().isEmpty()) {
            alerts.list(null, rule.id()).forEach(alert -> standing.put(alert.id(), alert));
        }
        List<Alert> raised = new ArrayList<>();
        for (String id : kept.alerts()) {
            Alert alert = standing.get(id);
            if (alert == null) {
                return Optional.empty();
            }
            raised.add(alert);
        }
        return Optional.of(
                new DetectionResult(
                        rule.id(),
                        Mode.LINKED,
                        kept.columns(),
                        kept.rows(),
                        kept.completeness(),
                        raised,
                        List.of()));
    }

    private void write(Rule rule, String state, Instant now, Made made) {
        ResultText.of(made.result())
                .ifPresent(contents -> {
                    String statement = library.file("write", "KeptResult").statement(0);
                    Map<String, Object> kept =
                            Map.of(
                                    "rule", rule.id(),
                                    "state", state,
                                    "at", now,
                                    "contents", contents);
                    graph.write(transaction -> transaction.run(statement, kept));
                });
    }
}
