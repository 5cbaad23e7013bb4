package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.neo4j.bulk.BulkStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes of events what [BatchWriter] makes of them in a graph that knows none of them.
final class ImportedElements {

    private static final int INDEXED_BYTES = 8_000;
    private static final int MOST_BYTES_OF_CHAR = 3;

    private final BulkStore store;
    private final Schema schema;
    private final NumberedTexts events = new NumberedTexts();
    private final ImportedEntities entities;
    private final Set<String> pairs = new HashSet<>();

    ImportedElements(BulkStore store, Schema schema) {
        this.store = store;
        this.schema = schema;
        entities = new ImportedEntities(store);
    }

    /// Whether no event of this kind and id was met before.
    boolean isNew(GraphEvent event) {
        return events.add(event.carrier().kind(), event.id(), 0);
    }

    /// Adds a new event of a file; false, with nothing added, when it has what only the database
    /// itself can judge.
    boolean add(GraphEvent event, String sha256) throws IOException {
        EventForm form = EventForm.of(event, schema);
        if (!isPlain(event, form) || !entities.canName(event.entities(), sha256)) {
            return false;
        }
        Map<NodeRef, Long> numbers = new HashMap<>();
        for (Entity entity : event.entities()) {
            numbers.put(entity.ref(), entities.name(entity, sha256));
        }
        Map<String, Object> head = form.head(List.of(event.evidence().toString()));
        if (form.from() == null || form.to() == null) {
            long number = store.newNode();
            numbers.put(new NodeRef(form.kind(), form.key()), number);
            store.node(number, form.kind(), head, form.columns());
        } else {
            store.relationship(
                    form.kind(),
                    numberOf(form.from(), numbers),
                    numberOf(form.to(), numbers),
                    head,
                    form.columns());
        }
        for (Relation relation : event.relations()) {
            relation(event, relation, numbers);
        }
        return true;
    }

    /// Adds a node that is no entity of an event, once; it has the properties it is first given.
    void addNode(NodeRef ref, Map<String, ? extends @Nullable Object> properties)
            throws IOException {
        if (entities.number(ref) == NumberedTexts.UNKNOWN) {
            Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
            all.put("key", ref.key());
            store.node(entities.newNumber(ref), ref.label(), all, Map.of());
        }
    }

    /// Adds a file's node, which the entities it names relate to.
    void addFile(String sha256, Map<String, ? extends @Nullable Object> properties)
            throws IOException {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(properties);
        all.put("key", sha256);
        store.node(entities.file(sha256), "EvidenceFile", all, Map.of());
    }

    /// To be called when a file was read to its end.
    void endFile(String sha256) throws IOException {
        entities.endFile(sha256);
    }

    /// Adds what had to wait for the last event.
    void end() throws IOException {
        entities.end();
    }

    private static long numberOf(NodeRef end, Map<NodeRef, Long> numbers) {
        Long number = numbers.get(end);
        if (number == null) {
            throw new IllegalStateException("no entity " + end);
        }
        return number;
    }

    private void relation(GraphEvent event, Relation relation, Map<NodeRef, Long> numbers)
            throws IOException {
        long from = numberOf(relation.from(), numbers);
        long to = numberOf(relation.to(), numbers);
        if (schema.repeats(relation.type())) {
            store.relationship(
                    relation.type(),
                    from,
                    to,
                    Map.of("id", event.id(), "at", event.at()),
                    Map.of());
        } else if (pairs.add(relation.type() + " " + from + " " + to)) {
            store.relationship(
                    relation.type(), from, to, Map.of("id", relation.from().key()), Map.of());
        }
    }

    private static boolean isPlain(GraphEvent event, EventForm form) {
        for (Relation relation : event.relations()) {
            if (!names(event, form, relation.from()) || !names(event, form, relation.to())) {
                return false;
            }
        }
        for (Entity entity : event.entities()) {
            if (!fitsIndex(entity.ref().key())) {
                return false;
            }
        }
        return (form.from() == null || names(event, form, form.from()))
                && (form.to() == null || names(event, form, form.to()))
                && fitsIndex(event.id())
                && fit(form.columns().values());
    }

    private static boolean fit(Collection<Object> values) {
        for (Object value : values) {
            if (!fits(value)) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(Object value) {
        return BulkStore.holds(value) && !(value instanceof String text && !fitsIndex(text));
    }

    /// A longer text may not be looked for by an index: the database must say so before the event
    /// is in, or the index fails when all is.
    private static boolean fitsIndex(String text) {
        return text.length() <= INDEXED_BYTES / MOST_BYTES_OF_CHAR
                || text.getBytes(StandardCharsets.UTF_8).length <= INDEXED_BYTES;
    }

    /// Whether an end of a relationship is the event's carrier or one of its entities.
    private static boolean names(GraphEvent event, EventForm form, NodeRef end) {
        if (form.from() == null
                && end.label().equals(form.kind())
                && end.key().equals(form.key())) {
            return true;
        }
        for (Entity entity : event.entities()) {
            if (entity.ref().equals(end)) {
                return true;
            }
        }
        return false;
    }
}
