package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The statements that write events, one `UNWIND` per kind of carrier and of relation. What is
/// written is counted: an entity that is gone underneath ends the transaction, nothing is left out
/// silently.
final class EventWriter {

    /// One in so many events of a batch that the graph knows lets the next batch ask first.
    private static final int MANY = 16;

    private final CypherLibrary library;
    private final Schema schema;

    /// Of which kinds the graph knew many of the last batch.
    private final Set<Kind> repeated = ConcurrentHashMap.newKeySet();

    EventWriter(CypherLibrary library, Schema schema) {
        this.library = library;
        this.schema = schema;
    }

    /// Where elements of one kind are: a label, or a type with the labels of its ends.
    record Kind(String name, @Nullable Ends ends) {

        record Ends(String from, String to) {}

        static Kind node(String label) {
            return new Kind(label, null);
        }

        static Kind relationship(String type, NodeRef from, NodeRef to) {
            return new Kind(type, new Ends(from.label(), to.label()));
        }

        static Kind of(EventForm form) {
            NodeRef from = form.from();
            NodeRef to = form.to();
            return from == null || to == null
                    ? node(form.kind())
                    : relationship(form.kind(), from, to);
        }

        static Kind of(Relation relation) {
            return relationship(relation.type(), relation.from(), relation.to());
        }

        boolean isNode() {
            return ends == null;
        }

        private String file() {
            return isNode() ? "EventNode" : "EventRelationship";
        }

        private Map<String, Object> parameters(List<? extends Map<String, ?>> rows) {
            return ends == null
                    ? Map.of("label", name, "rows", rows)
                    : Map.of("type", name, "from", ends.from(), "to", ends.to(), "rows", rows);
        }
    }

    /// An event, or a relation of one, to be written.
    ///
    /// @param from the keys of the ends of a relationship; null of a node
    /// @param head its properties but for the columns
    record Element(
            String id,
            @Nullable String from,
            @Nullable String to,
            Map<String, Object> head,
            Map<String, Object> columns) {

        static Element of(EventForm form, Collection<String> evidence) {
            NodeRef from = form.from();
            NodeRef to = form.to();
            return new Element(
                    form.key(),
                    from == null ? null : from.key(),
                    to == null ? null : to.key(),
                    form.head(evidence),
                    form.columns());
        }

        private Map<String, Object> properties() {
            Map<String, Object> properties = new HashMap<>(head);
            properties.putAll(columns);
            return properties;
        }

        private Map<String, @Nullable Object> row() {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", id);
            row.put("properties", properties());
            row.put("from", from);
            row.put("to", to);
            return row;
        }
    }

    /// Rows of relationships with their ends by number, so that each end is looked up once however
    /// many relationships it has.
    private record Numbered(
            Map<String, Integer> froms, Map<String, Integer> tos, List<Map<String, Object>> rows) {

        static Numbered of(Collection<Element> elements) {
            Numbered numbered =
                    new Numbered(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            for (Element element : elements) {
                numbered.rows.add(
                        Map.of(
                                "from", number(numbered.froms, element.from()),
                                "to", number(numbered.tos, element.to()),
                                "properties", element.properties()));
            }
            return numbered;
        }

        private static Integer number(Map<String, Integer> numbers, @Nullable String key) {
            return numbers.computeIfAbsent(String.valueOf(key), _ -> numbers.size());
        }

        Map<String, Object> parameters(Kind kind) {
            Map<String, Object> parameters = new HashMap<>(kind.parameters(rows));
            parameters.put("froms", List.copyOf(froms.keySet()));
            parameters.put("tos", List.copyOf(tos.keySet()));
            return parameters;
        }
    }

    /// Adds those of these events that the graph does not know, and gives the others this further
    /// evidence.
    ///
    /// @param evidence by event
    /// @return the ids of those that it knew
    Set<String> add(
            Transaction transaction,
            Kind kind,
            Map<String, Element> events,
            Map<String, List<String>> evidence) {
        if (!(transaction instanceof InProcessTransaction inProcess)) {
            Set<String> known = known(transaction, kind, evidence.keySet(), evidence);
            create(transaction, kind, without(known, events));
            return known;
        }
        Set<String> present;
        if (repeated.contains(kind)) {
            present = inProcess.present(kind, events.keySet());
            inProcess.create(kind, without(present, events));
        } else {
            present = inProcess.add(kind, events.values());
        }
        if (present.size() * MANY > events.size()) {
            repeated.add(kind);
        } else {
            repeated.remove(kind);
        }
        return known(transaction, kind, present, evidence);
    }

    private static List<Element> without(Set<String> known, Map<String, Element> events) {
        return events.values().stream().filter(event -> !known.contains(event.id())).toList();
    }

    private Set<String> known(
            Transaction transaction,
            Kind kind,
            Set<String> ids,
            Map<String, List<String>> evidence) {
        List<Map<String, Object>> rows = new ArrayList<>(ids.size());
        for (String id : ids) {
            rows.add(Map.of("id", id, "evidence", evidence.getOrDefault(id, List.of())));
        }
        Set<String> known = new HashSet<>();
        run(transaction, kind, 0, rows).forEach(row -> known.add(row.text("id")));
        return known;
    }

    /// Which of these known events stand with other contents, as `stands`.
    List<Row> different(Transaction transaction, Kind kind, List<Element> events) {
        return run(transaction, kind, 1, rows(events));
    }

    /// Adds events, or relations of events, that are not there.
    private void create(Transaction transaction, Kind kind, List<Element> elements) {
        if (transaction instanceof InProcessTransaction inProcess) {
            inProcess.create(kind, elements);
        } else if (kind.isNode() || elements.isEmpty()) {
            complete(elements.size(), run(transaction, kind, 2, rows(elements)));
        } else {
            String statement = library.file("write", kind.file()).statement(2);
            complete(
                    elements.size(),
                    transaction.run(statement, Numbered.of(elements).parameters(kind)));
        }
    }

    /// Puts other contents in the place of what stands.
    void replace(Transaction transaction, Kind kind, List<Element> events) {
        complete(events.size(), run(transaction, kind, 3, rows(events)));
    }

    private static List<Map<String, @Nullable Object>> rows(List<Element> elements) {
        return elements.stream().map(Element::row).toList();
    }

    private List<Row> run(
            Transaction transaction, Kind kind, int which, List<? extends Map<String, ?>> rows) {
        String statement = library.file("write", kind.file()).statement(which);
        return rows.isEmpty() ? List.of() : transaction.run(statement, kind.parameters(rows));
    }

    /// Adds the relations of events, each with its event's id and time.
    void relate(Transaction transaction, Collection<EventForm> forms) {
        Map<Kind, List<Element>> byKind = new LinkedHashMap<>();
        for (EventForm form : forms) {
            Object at = form.columns().getOrDefault("at", Instant.EPOCH);
            Map<String, Object> head = Map.of("id", form.key(), "at", at);
            for (Relation relation : form.relations()) {
                byKind.computeIfAbsent(Kind.of(relation), _ -> new ArrayList<>())
                        .add(
                                new Element(
                                        form.key(),
                                        relation.from().key(),
                                        relation.to().key(),
                                        head,
                                        Map.of()));
            }
        }
        byKind.forEach((kind, elements) -> create(transaction, kind, elements));
    }

    /// Adds relations that stand once whatever the number of events.
    void relateOnce(Transaction transaction, Collection<Relation> relations) {
        Map<Kind, List<Map<String, @Nullable Object>>> rowsByKind = new LinkedHashMap<>();
        for (Relation relation : relations) {
            rowsByKind
                    .computeIfAbsent(Kind.of(relation), _ -> new ArrayList<>())
                    .add(Map.of("from", relation.from().key(), "to", relation.to().key()));
        }
        String statement = library.file("write", "EventRelation").statement(0);
        rowsByKind.forEach((kind, rows) ->
                complete(rows.size(), transaction.run(statement, kind.parameters(rows))));
    }

    /// Takes the relations of events away; what they were, by event.
    Map<String, List<Relation>> unrelate(Transaction transaction, List<String> ids) {
        Map<String, List<Relation>> gone = new TreeMap<>();
        String statement = library.file("write", "EventRelation").statement(1);
        for (String type : schema.relationTypes()) {
            for (Row row : transaction.run(statement, Map.of("type", type, "ids", ids))) {
                gone.computeIfAbsent(row.text("event"), _ -> new ArrayList<>())
                        .add(
                                new Relation(
                                        type,
                                        NodeRef.parse(row.text("from")).orElseThrow(),
                                        NodeRef.parse(row.text("to")).orElseThrow()));
            }
        }
        return gone;
    }

    /// An entity that an event names is not there.
    static final class Incomplete extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Incomplete(String what) {
            super(what + ": the graph was changed");
        }
    }

    private static void complete(int rows, List<Row> answer) {
        long done = answer.isEmpty() ? 0 : answer.getFirst().number("done");
        if (rows != done) {
            throw new Incomplete("of " + rows + " rows " + done + " could be written");
        }
    }
}
