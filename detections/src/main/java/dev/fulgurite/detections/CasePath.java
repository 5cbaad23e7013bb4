package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The case of an alert: the nodes and relationships of a row's `path`, in its order, cut to what
/// fits a picture. Relationships between kept nodes stay, up to a bound of their own.
///
/// @param leftOut how many nodes did not fit
record CasePath(List<Node> nodes, List<Relationship> relationships, long leftOut) {

    static final int NODES = 50;
    static final int RELATIONSHIPS = 200;

    static CasePath of(Row row) {
        Map<NodeRef, Node> nodes = new LinkedHashMap<>();
        Map<String, Relationship> relationships = new LinkedHashMap<>();
        for (Object element : row.list("path", Object.class)) {
            if (element instanceof Node node) {
                nodes.putIfAbsent(node.ref(), node);
            } else if (element instanceof Relationship relationship) {
                relationships.putIfAbsent(relationship.ref(), relationship);
            }
        }
        Set<NodeRef> kept = new LinkedHashSet<>(nodes.keySet().stream().limit(NODES).toList());
        List<Relationship> between =
                relationships.values().stream()
                        .filter(r -> kept.contains(r.from()) && kept.contains(r.to()))
                        .limit(RELATIONSHIPS)
                        .toList();
        return new CasePath(
                nodes.values().stream().limit(NODES).toList(),
                between,
                Math.max(0, nodes.size() - NODES));
    }

    List<String> nodeRefs() {
        return nodes.stream().map(node -> node.ref().toString()).toList();
    }

    List<String> relationshipRefs() {
        return relationships.stream().map(Relationship::ref).toList();
    }

    /// Pointers of the case's own elements and these further ones, sorted.
    List<String> evidence(List<String> further) {
        Set<String> all = new TreeSet<>(further);
        List<Object> kept = new ArrayList<>();
        nodes.forEach(node -> kept.add(node.properties().getOrDefault("evidence", List.of())));
        relationships.forEach(r -> kept.add(r.properties().getOrDefault("evidence", List.of())));
        for (Object evidence : kept) {
            if (evidence instanceof List<?> pointers) {
                pointers.forEach(pointer -> all.add(String.valueOf(pointer)));
            }
        }
        return List.copyOf(all);
    }
}
