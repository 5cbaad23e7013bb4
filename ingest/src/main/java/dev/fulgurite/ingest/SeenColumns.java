package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.ingest.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What the events of one file say, by table: the filled properties of their carriers, and how
/// columns of several spellings are spelt. A rule that reads a column which none of them fills is
/// blind.
final class SeenColumns {

    private final Map<String, Set<String>> tables = new HashMap<>();

    /// Takes over what was seen before an ingest was stopped.
    void goOnFrom(Map<String, Set<String>> known) {
        known.forEach((table, names) -> of(table).addAll(names));
    }

    void add(String table, Event event, GraphEvent mapped) {
        Set<String> names = of(table);
        mapped.carrier()
                .properties()
                .forEach((name, value) -> {
                    if (value != null && !value.equals("")) {
                        names.add(name);
                    }
                });
        names.addAll(event.spellings());
    }

    Map<String, Set<String>> byTable() {
        return tables;
    }

    private Set<String> of(String table) {
        return tables.computeIfAbsent(table, _ -> new HashSet<>());
    }
}
