package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// A batch and the entities that it names, each once, with all the names that it gives them;
/// sorted, so that two writers take their locks in one order.
record NamedBatch(
        GraphBatch batch,
        SortedMap<NodeRef, Entity> entities,
        Map<NodeRef, SortedSet<String>> names) {

    static NamedBatch of(GraphBatch batch) {
        Map<NodeRef, Entity> entities = new HashMap<>();
        Map<NodeRef, SortedSet<String>> names = new HashMap<>();
        for (GraphEvent event : batch.events()) {
            for (Entity entity : event.entities()) {
                entities.putIfAbsent(entity.ref(), entity);
                if (!entity.names().isEmpty()) {
                    names.computeIfAbsent(entity.ref(), _ -> new TreeSet<>())
                            .addAll(entity.names());
                }
            }
        }
        return new NamedBatch(batch, new TreeMap<>(entities), names);
    }

    /// The SHA-256 of the file that the batch is of.
    String file() {
        return batch.ledger().sha256();
    }

    boolean endsFile() {
        return batch.ledger().complete();
    }

    SortedSet<String> namesOf(NodeRef entity) {
        return names.getOrDefault(entity, new TreeSet<>());
    }
}
