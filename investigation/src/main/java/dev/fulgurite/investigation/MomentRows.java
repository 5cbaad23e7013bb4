package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads the events behind what is shown that are not shown themselves.
final class MomentRows {

    /// Of two nodes a line may stand for many such events.
    private static final Set<String> MANY =
            Set.of("EXECUTED", "LOGGED_ON", "ATTEMPTED_LOGON", "CONNECTED");

    /// So many lines are asked for their events; the canvas shows no more anyway.
    private static final int LINES = 500;

    private MomentRows() {}

    static List<Row> of(Subgraph shown, Read read) {
        List<Row> rows = new ArrayList<>();
        add(rows, read, 0, "operations", keys(shown, "Operation"));
        add(rows, read, 1, "sessions", keys(shown, "PowerShellSession"));
        add(rows, read, 2, "lines", lines(shown));
        return rows;
    }

    private static void add(List<Row> rows, Read read, int statement, String name, List<?> wanted) {
        if (!wanted.isEmpty()) {
            Map<String, Object> parameters =
                    Map.of("wanted", Map.of(name, wanted), "limit", (long) Timeline.COUNTED);
            rows.addAll(read.rows("moments", statement, parameters));
        }
    }

    private static List<String> keys(Subgraph shown, String label) {
        return shown.nodes().stream()
                .filter(node -> node.label().equals(label))
                .map(Node::key)
                .toList();
    }

    private static List<Map<String, String>> lines(Subgraph shown) {
        return shown.relationships().stream()
                .filter(one -> MANY.contains(one.type()))
                .map(MomentRows::line)
                .distinct()
                .limit(LINES)
                .toList();
    }

    private static Map<String, String> line(Relationship one) {
        NodeRef from = one.from();
        NodeRef to = one.to();
        return Map.of(
                "type", one.type(),
                "fromLabel", from.label(),
                "from", from.key(),
                "toLabel", to.label(),
                "to", to.key());
    }
}
