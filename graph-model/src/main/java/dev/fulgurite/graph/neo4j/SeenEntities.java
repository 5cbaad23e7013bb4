package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Remembers which entities of which file the graph holds by now, so that the host that half a
/// million lines name is written once. Bounded: when full it forgets all, which costs a few writes.
/// Safe for use by several threads.
final class SeenEntities {

    private static final int MOST = 500_000;

    private record Name(NodeRef entity, String name) {}

    /// By the file that names them, while that is being read.
    private final Map<String, Set<Name>> committed = new HashMap<>();

    /// Rows of those that are not known to be there with these names, by label.
    synchronized Map<String, List<Map<String, @Nullable Object>>> unseen(NamedBatch batch) {
        Set<Name> known = committed.getOrDefault(batch.file(), Set.of());
        Map<String, List<Map<String, @Nullable Object>>> rows = new TreeMap<>();
        batch.entities()
                .forEach((ref, entity) -> {
                    Set<String> names = batch.namesOf(ref);
                    if (!isIn(known, ref, names)) {
                        Map<String, @Nullable Object> row = new HashMap<>();
                        row.put("key", ref.key());
                        row.put("properties", entity.properties());
                        row.put("names", names.isEmpty() ? null : List.copyOf(names));
                        rows.computeIfAbsent(ref.label(), _ -> new ArrayList<>()).add(row);
                    }
                });
        return rows;
    }

    private static boolean isIn(Set<Name> known, NodeRef ref, Set<String> names) {
        return known.contains(new Name(ref, ""))
                && names.stream().allMatch(name -> known.contains(new Name(ref, name)));
    }

    synchronized void committed(NamedBatch batch) {
        if (batch.endsFile()) {
            forget(batch.file());
            return;
        }
        if (committed.values().stream().mapToInt(Set::size).sum() > MOST) {
            forget();
        }
        Set<Name> known = committed.computeIfAbsent(batch.file(), _ -> new HashSet<>());
        for (NodeRef ref : batch.entities().keySet()) {
            known.add(new Name(ref, ""));
            batch.namesOf(ref).forEach(name -> known.add(new Name(ref, name)));
        }
    }

    synchronized void forget() {
        committed.clear();
    }

    /// Forgets what one file named.
    synchronized void forget(String sha256) {
        committed.remove(sha256);
    }
}
