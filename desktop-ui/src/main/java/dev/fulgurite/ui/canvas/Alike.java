package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Nodes of one kind that are linked with the same: to the story they are one fact.
final class Alike {

    private Alike() {}

    /// A node and those alike.
    static Set<NodeRef> to(NodeRef node, Subgraph graph) {
        Map<NodeRef, Set<String>> traits = new HashMap<>();
        for (Relationship one : graph.relationships()) {
            trait(traits, one.from()).add(one.type() + " to " + one.to());
            trait(traits, one.to()).add(one.type() + " from " + one.from());
        }
        Set<String> own = trait(traits, node);
        return graph.nodes().stream()
                .map(Node::ref)
                .filter(ref -> ref.label().equals(node.label()))
                .filter(ref -> trait(traits, ref).equals(own))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> trait(Map<NodeRef, Set<String>> traits, NodeRef node) {
        return traits.computeIfAbsent(node, ref -> new HashSet<>());
    }
}
