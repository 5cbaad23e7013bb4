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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The statements that write events, one `UNWIND` per kind of carrier and of relation. What is
/// written is counted: an entity that is gone underneath ends the transaction, nothing is left out
/// silently.
final class EventWriter {

    private final CypherLibrary library;
    private final Schema schema;

    EventWriter(CypherLibrary library, Schema schema) {
        this.library = library;
        this.schema = schema;
    }

    /// Where events of one kind are: a label, or a type with the labels of its ends.
    record Kind(String name, @Nullable String from, @Nullable String to) {

        static Kind of(EventForm form) {
            NodeRef from = form.from();
            NodeRef to = form.to();
            return from == null || to == null
                    ? new Kind(form.kind(), null, null)
                    : new Kind(form.kind(), from.label(), to.label());
        }

        static Kind of(Relation relation) {
            return new Kind(relation.type(), relation.from().label(), relation.to().label());
        }

        boolean isNode() {
            return from == null;
        }

        String file() {
            return isNode() ? "EventNode" : "EventRelationship";
        }

        private Map<String, Object> parameters(List<? extends Map<String, ?>> rows) {
            return from == null || to == null
                    ? Map.of("label", name, "rows", rows)
                    : Map.of("type", name, "from", from, "to", to, "rows", rows);
        }
    }

    /// Rows of relationships with their ends by number, so that each end is looked up once however
    /// many relationships it has.
    private record Ends(
            Map<String, Integer> froms, Map<String, Integer> tos, List<Map<String, Object>> rows) {

        static Ends of(List<? extends Map<String, ?>> rows) {
            Ends ends = new Ends(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            for (Map<String, ?> row : rows) {
                Map<String, Object> numbered = new HashMap<>(row);
                numbered.compute("from", (_, key) -> number(ends.froms, key));
                numbered.compute("to", (_, key) -> number(ends.tos, key));
                ends.rows.add(numbered);
            }
            return ends;
        }

        private static Integer number(Map<String, Integer> numbers, @Nullable Object key) {
            return numbers.computeIfAbsent(String.valueOf(key), _ -> numbers.size());
        }

        Map<String, Object> parameters(Kind kind) {
            Map<String, Object> parameters = new HashMap<>(kind.parameters(rows));
            parameters.put("froms", List.copyOf(froms.keySet()));
            parameters.put("tos", List.copyOf(tos.keySet()));
            return parameters;
        }
    }

    /// Gives known events this further evidence; which ones are known.
    List<Row> known(Transaction transaction, Kind kind, List<? extends Map<String, ?>> rows) {
        return run(transaction, kind, 0, rows);
    }

    /// Which of these known events stand with other contents, as `stands`.
    List<Row> different(Transaction transaction, Kind kind, List<? extends Map<String, ?>> rows) {
        return run(transaction, kind, 1, rows);
    }

    void create(Transaction transaction, Kind kind, List<? extends Map<String, ?>> rows) {
        if (kind.isNode() || rows.isEmpty()) {
            complete(rows.size(), run(transaction, kind, 2, rows));
            return;
        }
        String statement = library.file("write", kind.file()).statement(2);
        complete(rows.size(), transaction.run(statement, Ends.of(rows).parameters(kind)));
    }

    /// Puts other contents in the place of what stands.
    void replace(Transaction transaction, Kind kind, List<? extends Map<String, ?>> rows) {
        complete(rows.size(), run(transaction, kind, 3, rows));
    }

    private List<Row> run(
            Transaction transaction, Kind kind, int which, List<? extends Map<String, ?>> rows) {
        String statement = library.file("write", kind.file()).statement(which);
        return rows.isEmpty() ? List.of() : transaction.run(statement, kind.parameters(rows));
    }

    /// A row for [#create], [#replace] and [#different].
    static Map<String, @Nullable Object> row(EventForm form, Collection<String> evidence) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", form.key());
        row.put("properties", form.properties(evidence));
        row.put("from", form.from() == null ? null : form.from().key());
        row.put("to", form.to() == null ? null : form.to().key());
        return row;
    }

    /// Adds the relations of events, each with its event's id and time.
    void relate(Transaction transaction, Collection<EventForm> forms) {
        Map<Kind, List<Map<String, @Nullable Object>>> rowsByKind = new LinkedHashMap<>();
        for (EventForm form : forms) {
            Object at = form.columns().getOrDefault("at", Instant.EPOCH);
            for (Relation relation : form.relations()) {
                rowsByKind
                        .computeIfAbsent(Kind.of(relation), _ -> new ArrayList<>())
                        .add(
                                Map.of(
                                        "id", form.key(),
                                        "at", at,
                                        "from", relation.from().key(),
                                        "to", relation.to().key()));
            }
        }
        String statement = library.file("write", "EventRelation").statement(0);
        rowsByKind.forEach((kind, rows) ->
                complete(rows.size(), transaction.run(statement, Ends.of(rows).parameters(kind))));
    }

    /// Adds relations that stand once whatever the number of events.
    void relateOnce(Transaction transaction, Collection<Relation> relations) {
        Map<Kind, List<Map<String, @Nullable Object>>> rowsByKind = new LinkedHashMap<>();
        for (Relation relation : relations) {
            rowsByKind
                    .computeIfAbsent(Kind.of(relation), _ -> new ArrayList<>())
                    .add(Map.of("from", relation.from().key(), "to", relation.to().key()));
        }
        String statement = library.file("write", "EventRelation").statement(1);
        rowsByKind.forEach((kind, rows) ->
                complete(rows.size(), transaction.run(statement, kind.parameters(rows))));
    }

    /// Takes the relations of events away; what they were, by event.
    Map<String, List<Relation>> unrelate(Transaction transaction, List<String> ids) {
        Map<String, List<Relation>> gone = new TreeMap<>();
        String statement = library.file("write", "EventRelation").statement(2);
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

    /// An entity that a row names is not there.
    static final class Incomplete extends IllegalStateException {
        private static final long serialVersionUID = 1;

        Incomplete(long rows, long done) {
            super("of " + rows + " rows " + done + " could be written: the graph was changed");
        }
    }

    private static void complete(int rows, List<Row> answer) {
        long done = answer.isEmpty() ? 0 : answer.getFirst().number("done");
        if (rows != done) {
            throw new Incomplete(rows, done);
        }
    }
}
