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

    private record Name(NodeRef entity, String name) {}

    /// By the file that names them, while that is being read.
    private final Map<String, Set<Name>> committed = new HashMap<>();

    /// Rows of the entities that a batch names and that are not known to be there with these names,
    /// by label; sorted, so that two writers take their locks in one order.
    synchronized Map<String, List<Map<String, @Nullable Object>>> unseen(GraphBatch batch) {
        Set<Name> known = committed.getOrDefault(batch.ledger().sha256(), Set.of());
        Map<NodeRef, Entity> entities = new TreeMap<>();
        Map<NodeRef, TreeSet<String>> names = new HashMap<>();
        for (GraphEvent event : batch.events()) {
            for (Entity entity : event.entities()) {
                if (!isIn(known, entity)) {
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
        if (batch.ledger().complete()) {
            forget(batch.ledger().sha256());
            return;
        }
        if (committed.values().stream().mapToInt(Set::size).sum() > MOST) {
            forget();
        }
        Set<Name> known = committed.computeIfAbsent(batch.ledger().sha256(), _ -> new HashSet<>());
        for (GraphEvent event : batch.events()) {
            for (Entity entity : event.entities()) {
                known.add(new Name(entity.ref(), ""));
                for (String name : entity.names()) {
                    known.add(new Name(entity.ref(), name));
                }
            }
        }
    }

    synchronized void forget() {
        committed.clear();
    }

    /// Forgets what one file named.
    synchronized void forget(String sha256) {
        committed.remove(sha256);
    }

    private static boolean isIn(Set<Name> known, Entity entity) {
        return known.contains(new Name(entity.ref(), ""))
                && entity.names().stream()
                        .allMatch(name -> known.contains(new Name(entity.ref(), name)));
    }
}
