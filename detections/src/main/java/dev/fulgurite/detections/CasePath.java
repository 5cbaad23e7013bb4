package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The case of an alert: what a row's `path` holds, in its order, cut to what fits a picture.
/// Relationships between kept nodes stay, up to a bound of their own. Names only, so that thousands
/// of cases fit the memory.
///
/// @param nodes as `Label:key`
/// @param relationships as `TYPE:id`
/// @param evidence pointers of what is kept
/// @param leftOut how many nodes did not fit
public record CasePath(
        List<String> nodes, List<String> relationships, List<String> evidence, long leftOut) {

    public static final int NODES = 50;
    static final int RELATIONSHIPS = 200;

    /// The row with its path so reduced.
    static Row reduced(Row row) {
        return row.with("path", of(row.list("path", Object.class)));
    }

    public static CasePath of(Row row) {
        return row.get("path") instanceof CasePath path ? path : of(row.list("path", Object.class));
    }

    /// One case of several, in their order. A part whose nodes do not fit any more is left out as a
    /// whole, so that no relationship loses an end.
    public static CasePath joined(List<CasePath> parts) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> nodes = new LinkedHashSet<>();
        Set<String> relationships = new LinkedHashSet<>();
        Set<String> evidence = new TreeSet<>();
        long leftOut = 0;
        for (CasePath part : parts) {
            all.addAll(part.nodes);
            leftOut += part.leftOut;
            Set<String> more = new LinkedHashSet<>(nodes);
            more.addAll(part.nodes);
            if (more.size() <= NODES && relationships.size() <= RELATIONSHIPS) {
                nodes = more;
                relationships.addAll(part.relationships);
                evidence.addAll(part.evidence);
            }
        }
        return new CasePath(
                List.copyOf(nodes),
                List.copyOf(relationships),
                List.copyOf(evidence),
                leftOut + all.size() - nodes.size());
    }

    private static CasePath of(List<Object> elements) {
        Map<NodeRef, Node> nodes = new LinkedHashMap<>();
        Map<String, Relationship> relationships = new LinkedHashMap<>();
        for (Object element : elements) {
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
        Set<String> evidence = new TreeSet<>();
        nodes.values().stream().limit(NODES).forEach(n -> note(n.get("evidence"), evidence));
        between.forEach(relationship -> note(relationship.get("evidence"), evidence));
        return new CasePath(
                kept.stream().map(NodeRef::toString).toList(),
                between.stream().map(Relationship::ref).toList(),
                List.copyOf(evidence),
                Math.max(0, nodes.size() - NODES));
    }

    private static void note(@Nullable Object pointers, Set<String> evidence) {
        if (pointers instanceof List<?> list) {
            list.forEach(pointer -> evidence.add(String.valueOf(pointer)));
        }
    }

    /// Its evidence and these further pointers, sorted.
    List<String> evidenceWith(List<String> further) {
        Set<String> all = new TreeSet<>(evidence);
        all.addAll(further);
        return List.copyOf(all);
    }
}
