package dev.fulgurite.investigation;

import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import java.util.HashMap;
import java.util.Map;

/// What is asked about one node of any kind. Each of these looks at no more than so many of its
/// relationships: a node of a million answers as soon as others.
final class NodeQuestions {

    private final CypherLibrary library;

    NodeQuestions(CypherLibrary library) {
        this.library = library;
    }

    /// What stands directly beside it.
    Query around(NodeRef node) {
        return of("around", node, Neighbourhood.LISTED, Neighbourhood.LOOKED_AT);
    }

    /// How many neighbours it has, by type.
    Query neighbours(NodeRef node) {
        return of("neighbours", node, Neighbours.COUNTED + 1, 0);
    }

    Query alerts(NodeRef node, int limit) {
        return of("alerts-on", node, limit, 0);
    }

    /// Pointers to the raw records of what touches it.
    Query records(NodeRef node, int limit) {
        return of("events-of-node", node, limit, Neighbourhood.LOOKED_AT);
    }

    /// @param scan 0 for a statement that is bounded by its limit alone
    private Query of(String id, NodeRef node, int limit, int scan) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("label", node.label());
        parameters.put("key", node.key());
        parameters.put("limit", (long) limit);
        if (scan > 0) {
            parameters.put("scan", (long) scan);
        }
        return Query.of(library.file("read", id).statement(), parameters);
    }
}
