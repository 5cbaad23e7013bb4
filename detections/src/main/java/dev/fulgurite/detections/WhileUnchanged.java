package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What follows from the evidence alone, made anew only after something was stored or taken back,
/// or after links were made: the greater part of a run over a graph in which nothing changed.
final class WhileUnchanged<T> {

    private record Known<T>(List<String> state, T what) {}

    private final InvestigationGraph graph;
    private final Query state;
    private final Supplier<T> made;
    private volatile @Nullable Known<T> known;

    private WhileUnchanged(InvestigationGraph graph, Query state, Supplier<T> made) {
        this.graph = graph;
        this.state = state;
        this.made = made;
    }

    /// What depends on what was stored: another last batch of a file, or another file, is news.
    static <T> WhileUnchanged<T> evidence(
            InvestigationGraph graph, CypherLibrary library, Supplier<T> made) {
        return new WhileUnchanged<>(
                graph, Query.of(library.file("read", "last-batches").statement(0)), made);
    }

    /// What depends on links as well.
    static <T> WhileUnchanged<T> links(
            InvestigationGraph graph, CypherLibrary library, Supplier<T> made) {
        return new WhileUnchanged<>(graph, conclusions(library, null), made);
    }

    /// What depends on the alerts of all rules but one as well.
    static <T> WhileUnchanged<T> othersAlerts(
            InvestigationGraph graph, CypherLibrary library, String rule, Supplier<T> made) {
        return new WhileUnchanged<>(graph, conclusions(library, rule), made);
    }

    /// @param rule null when no alerts count
    private static Query conclusions(CypherLibrary library, @Nullable String rule) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("rule", rule);
        return Query.of(library.file("read", "last-batches").statement(1), parameters);
    }

    /// As it is in the graph now, whoever changed it.
    T now() {
        List<String> present =
                graph.read(state).rows().stream().map(row -> row.text("state")).toList();
        Known<T> last = known;
        if (last == null || !last.state().equals(present)) {
            last = new Known<>(present, made.get());
            known = last;
        }
        return last.what();
    }
}
