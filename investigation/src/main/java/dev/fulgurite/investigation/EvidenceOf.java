package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The evidence pointers behind a part of the graph. Events and inferred elements carry their own;
/// a plain relationship bears the id of the event that does.
final class EvidenceOf {

    private static final int BY_ID = 0;
    private static final int OF_OPERATIONS = 1;

    private final Subgraph events;
    private final Map<String, Node> eventById = new HashMap<>();

    private EvidenceOf(Subgraph events) {
        this.events = events;
        for (Node node : events.nodes()) {
            if (node.get("evidence") != null) {
                eventById.put(node.key(), node);
            }
        }
    }

    static EvidenceOf subgraph(Subgraph subgraph, Read read) {
        Set<String> ids = new LinkedHashSet<>();
        for (Relationship relationship : subgraph.relationships()) {
            if (relationship.get("evidence") == null) {
                ids.add(relationship.id());
            }
        }
        List<String> operations =
                subgraph.nodes().stream()
                        .filter(node -> node.label().equals("Operation"))
                        .map(Node::key)
                        .toList();
        List<Row> rows = new ArrayList<>();
        if (!operations.isEmpty()) {
            rows.addAll(events(read, OF_OPERATIONS, Map.of("operations", operations)));
        }
        if (!ids.isEmpty()) {
            rows.addAll(events(read, BY_ID, Map.of("ids", List.copyOf(ids))));
        }
        return new EvidenceOf(Read.subgraph(rows));
    }

    /// Where the records behind one element stand.
    ///
    /// @param more whether not all that touches the node was looked at
    record Pointers(List<Evidence> pointers, boolean more) {
        static Pointers all(List<Evidence> pointers) {
            return new Pointers(pointers, false);
        }

        List<Evidence> first(int limit) {
            return pointers.subList(0, Math.min(limit, pointers.size()));
        }
    }

    /// Of a node without records of its own those of what touches it: one more than `limit` when
    /// there are more.
    static Pointers node(Node node, int limit, NodeQuestions questions, Read read) {
        Object own = node.get("evidence");
        if (own != null) {
            return Pointers.all(pointers(own));
        }
        List<Row> rows = read.rows(questions.records(node.ref(), limit + 1));
        boolean more = !rows.isEmpty() && rows.getFirst().number("links") > Neighbourhood.LOOKED_AT;
        return new Pointers(
                rows.stream().map(row -> Evidence.parse(row.text("pointer"))).toList(), more);
    }

    private static List<Row> events(
            Read read, int statement, Map<String, ? extends Collection<?>> wanted) {
        return read.rows("events", statement, Map.of("wanted", wanted));
    }

    /// The events that plain relationships come from and that operations are made of, with what
    /// they belong to.
    Subgraph events() {
        return events;
    }

    /// Of an operation, that of all its events.
    List<Evidence> node(Node node) {
        Set<Evidence> pointers = new LinkedHashSet<>(pointers(node.get("evidence")));
        for (Relationship belongs : events.relationships()) {
            if (belongs.type().equals("OF") && belongs.to().equals(node.ref())) {
                pointers.addAll(relationship(belongs));
            }
        }
        return List.copyOf(pointers);
    }

    List<Evidence> relationship(Relationship relationship) {
        Object own = relationship.get("evidence");
        Node event = eventById.get(relationship.id());
        return own != null || event == null ? pointers(own) : pointers(event.get("evidence"));
    }

    /// All pointers of a subgraph, each once.
    List<Evidence> all(Subgraph subgraph) {
        Set<Evidence> all = new LinkedHashSet<>();
        subgraph.nodes().forEach(node -> all.addAll(node(node)));
        subgraph.relationships().forEach(relationship -> all.addAll(relationship(relationship)));
        return List.copyOf(all);
    }

    static List<Evidence> pointers(@org.jspecify.annotations.Nullable Object written) {
        List<Evidence> pointers = new ArrayList<>();
        if (written instanceof Collection<?> list) {
            list.forEach(pointer -> pointers.add(Evidence.parse(pointer.toString())));
        }
        return pointers;
    }

    static Map<String, EvidenceReader.Source> sources(Collection<Evidence> pointers, Read read) {
        List<String> hashes = pointers.stream().map(Evidence::sha256).distinct().toList();
        Map<String, EvidenceReader.Source> sources = new HashMap<>();
        for (Row row : read.rowsFor("evidence-files", Map.of("hashes", hashes))) {
            String hash = row.text("hash");
            sources.put(hash, new EvidenceReader.Source(hash, row.list("places", String.class)));
        }
        return sources;
    }
}
