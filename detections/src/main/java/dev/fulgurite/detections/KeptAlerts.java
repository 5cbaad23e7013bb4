package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The alerts that stand for the rows a rule found last, kept while it finds the same and nothing
/// else was done to its alerts: ten thousand of them need not be compared with the graph again.
final class KeptAlerts {

    /// What alerts that stand follow from.
    ///
    /// @param changes how often they changed
    private record State(List<String> others, long changes) {

        State after(long more) {
            return new State(others, changes + more);
        }
    }

    private record Kept(List<Row> rows, State state, List<Alert> alerts) {}

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final LastMade<Kept> byRule = new LastMade<>();

    KeptAlerts(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /// @param raise puts alerts for the rows into the graph and gives them as they stand there
    List<Alert> of(String rule, List<Row> rows, Supplier<Raised> raise) {
        Optional<State> state = state(rule);
        Kept kept = byRule.of(rule);
        if (kept != null && state.equals(Optional.of(kept.state())) && kept.rows().equals(rows)) {
            return kept.alerts();
        }
        byRule.forget(rule);
        Raised raised = raise.get();
        // What somebody else did meanwhile may not be in these alerts.
        state.map(before -> before.after(raised.changes()))
                .filter(after -> state(rule).equals(Optional.of(after)))
                .ifPresent(after -> byRule.keep(rule, new Kept(rows, after, raised.alerts())));
        return raised.alerts();
    }

    /// Nothing where the alerts may change by the clock alone.
    private Optional<State> state(String rule) {
        String statement = library.file("read", "alerting").statement();
        return graph.read(Query.of(statement, Map.of("rule", rule))).rows().stream()
                .map(row -> new State(row.list("state", String.class), row.number("changes")))
                .findFirst();
    }
}
