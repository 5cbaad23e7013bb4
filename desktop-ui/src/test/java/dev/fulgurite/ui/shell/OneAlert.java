package dev.fulgurite.ui.shell;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ui.Fx;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// A graph of one session and an alert on it.
final class OneAlert {

    static final String ID = "a1";
    static final String SESSION = "PowerShellSession:p1";

    private OneAlert() {}

    static void make(Path folder) {
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder)) {
            String alert = CypherLibrary.packaged().file("write", "Alert").statement();
            graph.write(transaction -> {
                transaction.run("CREATE (:PowerShellSession {key: 'p1'})", Map.of());
                return transaction.run(alert, Map.of("rows", List.of(row())));
            });
        }
    }

    /// Chooses it in a window that opens the graph, and waits for its story.
    static void tell(ShellViewModel window) {
        Fx.until("an alert is there", () -> window.desk().alerts().alert(ID).isPresent());
        Fx.run(() -> window.desk().alerts().choose(ID));
        Fx.until("its story is told", () -> window.desk().story().get() != null);
    }

    private static Map<String, Object> row() {
        Instant time = Instant.parse("2026-11-01T00:00:00Z");
        return Map.ofEntries(
                Map.entry("id", ID),
                Map.entry("rule", "remote-powershell-session"),
                Map.entry("severity", "high"),
                Map.entry("title", "somebody opened a session"),
                Map.entry("time", time),
                Map.entry("prevalence", ""),
                Map.entry("confidence", 1.0),
                Map.entry("entities", List.of(SESSION)),
                Map.entry("nodes", List.of(SESSION)),
                Map.entry("relationships", List.of()),
                Map.entry("leftOut", 0L),
                Map.entry("evidence", List.of()),
                Map.entry("firstEvent", "e1"),
                Map.entry("content", "c1"),
                Map.entry("raised", time),
                Map.entry("changes", List.of()));
    }
}
