package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rows that each rule's statement gave last, kept while what it reads stays as it is and the
/// memory is not needed for anything else. Asking a rule again costs next to nothing then, however
/// large the graph is.
final class KeptRows {

    /// What a statement gave.
    ///
    /// @param columns all that it returns
    record Given(List<String> columns, List<Row> rows) {}

    private record Kept(Map<String, @Nullable Object> parameters, Given given) {}

    private final InvestigationGraph graph;
    private final CypherLibrary library;

    /// By statement.
    private final WhileUnchanged<LastMade<Kept>> ofLogs;

    /// By rule, then by statement.
    private final ConcurrentMap<String, WhileUnchanged<LastMade<Kept>>> ofAlerts =
            new ConcurrentHashMap<>();

    KeptRows(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        this.ofLogs = WhileUnchanged.links(graph, library, LastMade::new);
    }

    /// The rows of a statement with these parameters. Only for one that reads nothing but what was
    /// logged and what links concluded of it, and no clock.
    Given of(
            String statement,
            Map<String, ? extends @Nullable Object> parameters,
            Supplier<Given> read) {
        return of(ofLogs.now(), statement, parameters, read);
    }

    /// As [#of(String, Map, Supplier)], for a rule that reads the alerts of the others too.
    Given ofAlerts(
            String rule,
            String statement,
            Map<String, ? extends @Nullable Object> parameters,
            Supplier<Given> read) {
        WhileUnchanged<LastMade<Kept>> kept =
                ofAlerts.computeIfAbsent(
                        rule,
                        _ -> WhileUnchanged.othersAlerts(graph, library, rule, LastMade::new));
        return of(kept.now(), statement, parameters, read);
    }

    private static Given of(
            LastMade<Kept> known,
            String statement,
            Map<String, ? extends @Nullable Object> parameters,
            Supplier<Given> read) {
        Kept last = known.of(statement);
        if (last == null || !last.parameters().equals(parameters)) {
            last = new Kept(new HashMap<>(parameters), read.get());
            known.keep(statement, last);
        }
        return last.given();
    }
}
