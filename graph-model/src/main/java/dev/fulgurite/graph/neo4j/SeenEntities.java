package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Remembers which entities of which file the graph holds by now, so that the host that half a
/// million lines name is written once. Bounded: when full it forgets all, which costs a few writes.
/// Safe for use by several threads.
final class SeenEntities {

    private static final int MOST = 500_000;

    private record Name(String sha256, NodeRef entity, String name) {}

    private final Set<Name> committed = new HashSet<>();

    /// Rows of the entities that a batch names and that are not known to be there with these names,
    /// by label; sorted, so that two writers take their locks in one order.
    synchronized Map<String, List<Map<String, @Nullable Object>>> unseen(GraphBatch batch) {
        String sha256 = batch.ledger().sha256();
        Map<NodeRef, Entity> entities = new TreeMap<>();
        Map<NodeRef, TreeSet<String>> names = new HashMap<>();
        for (GraphEvent event : batch.events()) {
            for (Entity entity : event.entities()) {
                if (!isCommitted(sha256, entity)) {
                    entities.put(entity.ref(), entity);
                    names.computeIfAbsent(entity.ref(), _ -> new TreeSet<>())
                            .addAll(entity.names());
                }
            }
        }
        Map<String, List<Map<String, @Nullable Object>>> rows = new TreeMap<>();
        entities.forEach((ref, entity) -> {
            Set<String> all = names.getOrDefault(ref, new TreeSet<>());
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("key", ref.key());
            row.put("properties", entity.properties());
            row.put("names", all.isEmpty() ? null : List.copyOf(all));
            rows.computeIfAbsent(ref.label(), _ -> new ArrayList<>()).add(row);
        });
        return rows;
    }

    synchronized void committed(GraphBatch batch) {
        if (committed.size() > MOST) {
            committed.clear();
        }
        String sha256 = batch.ledger().sha256();
        for (GraphEvent event : batch.events()) {
            for (Entity entity : event.entities()) {
                committed.add(new Name(sha256, entity.ref(), ""));
                for (String name : entity.names()) {
                    committed.add(new Name(sha256, entity.ref(), name));
                }
            }
        }
    }

    synchronized void forget() {
        committed.clear();
    }

    /// Forgets what one file named.
    synchronized void forget(String sha256) {
        committed.removeIf(name -> name.sha256().equals(sha256));
    }

    private boolean isCommitted(String sha256, Entity entity) {
        return committed.contains(new Name(sha256, entity.ref(), ""))
                && entity.names().stream()
                        .allMatch(name -> committed.contains(new Name(sha256, entity.ref(), name)));
    }
}
