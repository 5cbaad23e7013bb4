package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.neo4j.bulk.BulkStore;
import java.io.IOException;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The entities of an import, their names, and which file names which. An entity without names is
/// written when it is first met; one with names waits for the last of them.
final class ImportedEntities {

    private static final int NEAR = 1 << 16;
    private static final SortedSet<String> NO_NAMES =
            Collections.unmodifiableSortedSet(new TreeSet<>());

    private final BulkStore store;
    private final NumberedTexts numbers = new NumberedTexts();
    private final Map<Long, Named> named = new HashMap<>();
    private final Set<String> namedLabels = new HashSet<>();

    /// Of the entities met last, so that most need no hash.
    private final Map<NodeRef, Long> near = new HashMap<>();

    /// By SHA-256 of all files met.
    private final Map<String, Long> files = new HashMap<>();

    /// The names that each file that is being read gives to entities.
    private final Map<String, Map<Long, SortedSet<String>>> seen = new HashMap<>();

    private record Named(Entity entity, SortedSet<String> names) {}

    ImportedEntities(BulkStore store) {
        this.store = store;
    }

    /// The number of a node, or [NumberedTexts#UNKNOWN].
    long number(NodeRef ref) {
        Long known = near.get(ref);
        if (known != null) {
            return known;
        }
        long number = numbers.get(ref.label(), ref.key());
        if (number != NumberedTexts.UNKNOWN) {
            remember(ref, number);
        }
        return number;
    }

    long newNumber(NodeRef ref) {
        long number = store.newNode();
        numbers.add(ref.label(), ref.key(), number);
        remember(ref, number);
        return number;
    }

    private void remember(NodeRef ref, long number) {
        if (near.size() == NEAR) {
            near.clear();
        }
        near.put(ref, number);
    }

    /// The number of a file's node.
    long file(String sha256) {
        return files.computeIfAbsent(sha256, _ -> store.newNode());
    }

    /// Whether a file can name these entities: not when it was ended, nor when one of them was
    /// written without a name and gets one now.
    boolean canName(List<Entity> entities, String sha256) {
        if (files.containsKey(sha256) && !seen.containsKey(sha256)) {
            return false;
        }
        for (Entity entity : entities) {
            for (Object value : entity.properties().values()) {
                if (!BulkStore.holds(value)) {
                    return false;
                }
            }
            if (!entity.names().isEmpty()) {
                namedLabels.add(entity.ref().label());
                long number = number(entity.ref());
                if (number != NumberedTexts.UNKNOWN && !named.containsKey(number)) {
                    return false;
                }
            }
        }
        return true;
    }

    /// Takes an entity that a file names.
    ///
    /// @return its number
    long name(Entity entity, String sha256) throws IOException {
        long number = number(entity.ref());
        if (number == NumberedTexts.UNKNOWN) {
            number = newNumber(entity.ref());
            begin(number, entity);
        }
        Map<Long, SortedSet<String>> seenHere = seenIn(sha256);
        SortedSet<String> here = seenHere.putIfAbsent(number, NO_NAMES);
        if (!entity.names().isEmpty() && (here == null || !here.containsAll(entity.names()))) {
            Named all = named.get(number);
            if (all != null) {
                all.names().addAll(entity.names());
            }
            SortedSet<String> more = new TreeSet<>(here == null ? NO_NAMES : here);
            more.addAll(entity.names());
            seenHere.put(number, more);
        }
        return number;
    }

    private void begin(long number, Entity entity) throws IOException {
        String label = entity.ref().label();
        if (namedLabels.contains(label)) {
            named.put(number, new Named(entity, new TreeSet<>()));
        } else {
            store.node(number, label, properties(entity, NO_NAMES), Map.of());
        }
    }

    private Map<Long, SortedSet<String>> seenIn(String sha256) {
        file(sha256);
        return seen.computeIfAbsent(sha256, _ -> new HashMap<>());
    }

    /// Adds what a file names, once it is read to its end.
    void endFile(String sha256) throws IOException {
        Map<Long, SortedSet<String>> here = seen.remove(sha256);
        long file = file(sha256);
        if (here != null) {
            for (Map.Entry<Long, SortedSet<String>> each : here.entrySet()) {
                store.relationship(
                        "SEEN_IN", each.getKey(), file, names(each.getValue()), Map.of());
            }
        }
    }

    /// Adds what had to wait for the last event.
    void end() throws IOException {
        for (String file : List.copyOf(seen.keySet())) {
            endFile(file);
        }
        for (Map.Entry<Long, Named> each : named.entrySet()) {
            Entity entity = each.getValue().entity();
            store.node(
                    each.getKey(),
                    entity.ref().label(),
                    properties(entity, each.getValue().names()),
                    Map.of());
        }
        named.clear();
    }

    private static Map<String, @Nullable Object> properties(
            Entity entity, SortedSet<String> names) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(entity.properties());
        all.putAll(names(names));
        all.put("key", entity.ref().key());
        return all;
    }

    private static Map<String, List<String>> names(SortedSet<String> names) {
        return names.isEmpty() ? Map.of() : Map.of("names", List.copyOf(names));
    }
}
