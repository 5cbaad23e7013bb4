package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Faces;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Which column each node stands in: that of its kind, with two exceptions. A host reached from
/// another one stands onward of it, unless the cloud leads to it as well. An account that acted in
/// a story that began in the cloud stands before what it acted on: before the onward host it logged
/// on to, else beside the script.
final class Ranks {

    private final Subgraph graph;
    private final Faces faces;
    private final Map<NodeRef, Integer> depth = new HashMap<>();
    private final Map<NodeRef, Integer> actedOn = new HashMap<>();
    private final boolean fromCloud;

    Ranks(Subgraph graph) {
        this.graph = graph;
        this.faces = new Faces(graph);
        measureDepth();
        fromCloud = graph.nodes().stream().anyMatch(node -> inCloud(Kind.of(node.label())));
        Map<NodeRef, Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.ref(), node));
        for (Relationship one : graph.relationships()) {
            Node target = nodes.get(one.to());
            if (Kind.of(one.from().label()) == Kind.ACCOUNT
                    && target != null
                    && Kind.of(target.label()) != Kind.ACCOUNT) {
                actedOn.merge(one.from(), of(target), Math::min);
            }
        }
    }

    private static boolean inCloud(Kind kind) {
        return kind == Kind.CALLER || kind == Kind.OPERATION || kind == Kind.VIRTUAL_MACHINE;
    }

    int of(Node node) {
        Kind kind = Kind.of(node.label());
        if (kind == Kind.HOST) {
            int onward = depth.getOrDefault(face(node.ref()), 0);
            return onward == 0 ? Column.HOST.rank() : Column.ONWARD.rank() + onward - 1;
        }
        if (kind == Kind.ACCOUNT) {
            int acted = actedOn.getOrDefault(node.ref(), Column.HOST.rank());
            if (acted >= Column.ONWARD.rank()) {
                return acted - 1;
            }
            return (fromCloud ? Column.SCRIPT : Column.IDENTITY).rank();
        }
        return kind.column().rank();
    }

    /// Nodes that are the same thing under several keys stand in one column.
    private NodeRef face(NodeRef ref) {
        return faces.of(ref);
    }

    private void measureDepth() {
        Map<NodeRef, Set<NodeRef>> onward = reached();
        Set<NodeRef> targets = new HashSet<>();
        onward.values().forEach(targets::addAll);
        Deque<NodeRef> open = new ArrayDeque<>();
        for (Relationship one : graph.relationships()) {
            if (one.type().equals("IS")) {
                start(face(one.to()), open);
            }
        }
        onward.keySet().stream().filter(ref -> !targets.contains(ref)).forEach(r -> start(r, open));
        spread(onward, open);
        // What is left are rings of hosts that reached each other: each ring starts at its first.
        for (NodeRef ref : onward.keySet()) {
            start(ref, open);
            spread(onward, open);
        }
    }

    private void start(NodeRef host, Deque<NodeRef> open) {
        if (depth.putIfAbsent(host, 0) == null) {
            open.add(host);
        }
    }

    private void spread(Map<NodeRef, Set<NodeRef>> onward, Deque<NodeRef> open) {
        while (!open.isEmpty()) {
            NodeRef from = open.remove();
            int next = depth.getOrDefault(from, 0) + 1;
            for (NodeRef to : onward.getOrDefault(from, Set.of())) {
                if (depth.putIfAbsent(to, next) == null) {
                    open.add(to);
                }
            }
        }
    }

    private Map<NodeRef, Set<NodeRef>> reached() {
        Map<NodeRef, NodeRef> sessionHosts = new HashMap<>();
        Map<NodeRef, Set<NodeRef>> reached = new TreeMap<>();
        for (Relationship one : graph.relationships()) {
            if (one.type().equals("ON")) {
                sessionHosts.put(one.from(), face(one.to()));
            } else if (one.type().equals("REMOTED")) {
                lead(reached, face(one.from()), face(one.to()));
            }
        }
        for (Relationship one : graph.relationships()) {
            NodeRef host = sessionHosts.get(one.from());
            if (one.type().equals("OPENED_FROM") && host != null) {
                lead(reached, face(one.to()), host);
            }
        }
        return reached;
    }

    private static void lead(Map<NodeRef, Set<NodeRef>> reached, NodeRef from, NodeRef to) {
        if (!from.equals(to)) {
            reached.computeIfAbsent(from, ref -> new TreeSet<>()).add(to);
        }
    }
}
