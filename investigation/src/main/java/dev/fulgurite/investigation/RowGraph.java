package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What of the graph is in a table: its nodes and relationships, however deep in lists and maps,
/// with the ends of the relationships.
final class RowGraph {

    private final Read read;
    private final int limit;
    private final Map<NodeRef, Node> nodes = new LinkedHashMap<>();
    private final Map<String, Relationship> relationships = new LinkedHashMap<>();

    RowGraph(Read read, int limit) {
        this.read = read;
        this.limit = limit;
    }

    Subgraph of(Collection<Row> rows) {
        rows.forEach(row -> row.values().values().forEach(this::add));
        Set<NodeRef> missing = new HashSet<>();
        for (Relationship relationship : relationships.values()) {
            missing.add(relationship.from());
            missing.add(relationship.to());
        }
        missing.removeAll(nodes.keySet());
        read.nodes(missing).forEach(node -> nodes.put(node.ref(), node));
        List<Relationship> whole = new ArrayList<>(relationships.values());
        whole.removeIf(one -> !nodes.containsKey(one.from()) || !nodes.containsKey(one.to()));
        return new Subgraph(List.copyOf(nodes.values()), whole);
    }

    private void add(@Nullable Object value) {
        if (nodes.size() + relationships.size() >= limit) {
            return;
        }
        switch (value) {
            case Node node -> nodes.putIfAbsent(node.ref(), node);
            case Relationship one -> relationships.putIfAbsent(one.ref(), one);
            case Collection<?> items -> items.forEach(this::add);
            case Map<?, ?> map -> map.values().forEach(this::add);
            case null, default -> {}
        }
    }
}
