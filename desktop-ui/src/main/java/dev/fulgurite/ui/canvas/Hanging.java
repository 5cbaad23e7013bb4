package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is linked with the rest of the canvas through one node alone.
final class Hanging {

    private final Content content;
    private final Map<NodeRef, Set<NodeRef>> neighbours = new HashMap<>();

    Hanging(Content content) {
        this.content = content;
        Subgraph inSight = content.inSight();
        for (Relationship one : inSight.relationships()) {
            join(one.from(), one.to());
            join(one.to(), one.from());
        }
    }

    private void join(NodeRef a, NodeRef b) {
        neighbours.computeIfAbsent(a, ref -> new HashSet<>()).add(b);
    }

    /// What folds into a node: leaves, and what was walked to from there alone. The story itself,
    /// or without one the largest part, stays.
    Set<NodeRef> on(NodeRef node) {
        Set<NodeRef> faces = faces(node);
        List<Set<NodeRef>> parts = parts(faces);
        boolean story = parts.stream().anyMatch(this::isStory);
        Set<NodeRef> hanging = new HashSet<>();
        for (Set<NodeRef> part : parts) {
            boolean trunk = story ? isStory(part) : part.equals(parts.getFirst());
            if (part.size() == 1 || !trunk) {
                hanging.addAll(part);
            }
        }
        return hanging;
    }

    private boolean isStory(Set<NodeRef> part) {
        return part.size() > 1 && part.stream().anyMatch(content.members()::contains);
    }

    private Set<NodeRef> faces(NodeRef node) {
        Set<NodeRef> faces = new HashSet<>(Set.of(node));
        content.layout()
                .cardOf(node)
                .filter(placed -> !placed.card().isStack())
                .ifPresent(placed ->
                        placed.card().nodes().stream().map(Node::ref).forEach(faces::add));
        return faces;
    }

    /// The parts that the neighbours of some nodes fall into without these, the largest first.
    private List<Set<NodeRef>> parts(Set<NodeRef> without) {
        Set<NodeRef> seen = new HashSet<>(without);
        List<Set<NodeRef>> parts = new ArrayList<>();
        for (NodeRef face : without) {
            for (NodeRef next : neighbours.getOrDefault(face, Set.of())) {
                if (seen.add(next)) {
                    parts.add(reach(next, seen));
                }
            }
        }
        parts.sort(
                Comparator.comparingInt((Set<NodeRef> part) -> -part.size())
                        .thenComparing(part -> part.stream().sorted().findFirst().orElseThrow()));
        return parts;
    }

    private Set<NodeRef> reach(NodeRef from, Set<NodeRef> seen) {
        Set<NodeRef> part = new HashSet<>();
        Deque<NodeRef> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty()) {
            NodeRef at = next.pop();
            part.add(at);
            for (NodeRef beside : neighbours.getOrDefault(at, Set.of())) {
                if (seen.add(beside)) {
                    next.push(beside);
                }
            }
        }
        return part;
    }
}
