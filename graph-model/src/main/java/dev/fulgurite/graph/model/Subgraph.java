package dev.fulgurite.graph.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A part of the graph, closed under its relationships: both ends of each one are among the nodes.
/// No node or relationship stands in it twice; the order is that of first mention.
public record Subgraph(List<Node> nodes, List<Relationship> relationships) {

    public static final Subgraph EMPTY = new Subgraph(List.of(), List.of());

    public Subgraph {
        Map<NodeRef, Node> byRef = new LinkedHashMap<>();
        nodes.forEach(node -> byRef.putIfAbsent(node.ref(), node));
        Map<String, Relationship> byId = new LinkedHashMap<>();
        relationships.forEach(relationship -> byId.putIfAbsent(relationship.ref(), relationship));
        for (Relationship relationship : byId.values()) {
            if (!byRef.containsKey(relationship.from()) || !byRef.containsKey(relationship.to())) {
                throw new IllegalArgumentException(
                        "a relationship without both its nodes: " + relationship.ref());
            }
        }
        nodes = List.copyOf(byRef.values());
        relationships = List.copyOf(byId.values());
    }

    /// This and the other as one.
    public Subgraph plus(Subgraph other) {
        return new Subgraph(joined(nodes, other.nodes), joined(relationships, other.relationships));
    }

    private static <T> List<T> joined(Collection<T> first, Collection<T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }
}
