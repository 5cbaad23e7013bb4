package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads with the statements of `cypher/read`.
final class Read {

    private final InvestigationGraph graph;
    private final CypherLibrary library;

    Read(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    List<Row> rows(String id, Map<String, ? extends @Nullable Object> parameters) {
        return rows(Query.of(library.file("read", id).statement(), parameters));
    }

    /// Rows for some lists. These go over as one map: Neo4j would plan the statement anew for each
    /// order of magnitude of a list's length.
    List<Row> rowsFor(String id, Map<String, ? extends Collection<?>> wanted) {
        return rows(id, Map.of("wanted", wanted));
    }

    /// The rows of one of the statements of a file, from 0.
    List<Row> rows(String id, int statement, Map<String, ? extends @Nullable Object> parameters) {
        String text = library.file("read", id).statement(statement);
        return rows(Query.of(text, parameters));
    }

    List<Row> rows(Query query) {
        return graph.read(query).rows();
    }

    /// The nodes in the column `node`.
    List<Node> nodes(String id, Map<String, ? extends @Nullable Object> parameters) {
        return rows(id, parameters).stream()
                .map(row -> row.get("node"))
                .map(Node.class::cast)
                .toList();
    }

    List<Node> nodes(Collection<NodeRef> refs) {
        List<Map<String, String>> wanted =
                refs.stream().map(ref -> Map.of("label", ref.label(), "key", ref.key())).toList();
        return wanted.isEmpty()
                ? List.of()
                : nodes("nodes", Map.of("wanted", Map.of("refs", wanted)));
    }

    /// The relationships named `TYPE:id`, with the nodes at their ends.
    Subgraph relationships(Collection<String> refs) {
        List<Map<String, String>> wanted = new ArrayList<>();
        for (String ref : refs) {
            int colon = ref.indexOf(':');
            if (colon > 0 && colon < ref.length() - 1) {
                wanted.add(Map.of("type", ref.substring(0, colon), "id", ref.substring(colon + 1)));
            }
        }
        return wanted.isEmpty()
                ? Subgraph.EMPTY
                : subgraph(rowsFor("relationships", Map.of("refs", wanted)));
    }

    /// What the rows' column `path`, a list of nodes and relationships, adds up to.
    static Subgraph subgraph(List<Row> rows) {
        List<Node> nodes = new ArrayList<>();
        List<Relationship> relationships = new ArrayList<>();
        for (Row row : rows) {
            for (Object part : row.list("path", Object.class)) {
                switch (part) {
                    case Node node -> nodes.add(node);
                    case Relationship relationship -> relationships.add(relationship);
                    default ->
                            throw new IllegalStateException(
                                    "neither node nor relationship in a path: " + part);
                }
            }
        }
        return new Subgraph(nodes, relationships);
    }
}
