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
        Map<String, Object> wanted = Map.of("ids", List.copyOf(ids), "operations", operations);
        return new EvidenceOf(
                ids.isEmpty() && operations.isEmpty()
                        ? Subgraph.EMPTY
                        : Read.subgraph(read.rows("events", wanted)));
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
        for (Row row : read.rows("evidence-files", Map.of("hashes", hashes))) {
            String hash = row.text("hash");
            sources.put(hash, new EvidenceReader.Source(hash, row.list("places", String.class)));
        }
        return sources;
    }
}
