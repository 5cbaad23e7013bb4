package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.EventWriter.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/// Takes an import back in many small transactions. The file is marked first and removed last, and
/// every step may run again, so a process that dies in between leaves work for [#finish] and
/// nothing else.
final class Undo {

    private static final int PAGE = 5_000;

    private final InvestigationGraph graph;
    private final CypherFile file;
    private final CypherLibrary library;
    private final Schema schema;
    private final EventWriter events;
    private final Variants variants;

    Undo(InvestigationGraph graph, CypherLibrary library, Schema schema) {
        this.graph = graph;
        this.library = library;
        this.file = library.file("write", "Undo");
        this.schema = schema;
        this.events = new EventWriter(library, schema);
        this.variants = new Variants(library, events);
    }

    /// False when there is no such file.
    boolean run(String sha256) {
        Map<String, Object> named = Map.of("sha256", sha256);
        if (graph.write(transaction -> transaction.run(file.statement(0), named)).isEmpty()) {
            return false;
        }
        schema.carrierLabels().forEach(label -> nodes(sha256, label));
        schema.carrierTypes().forEach(type -> relationships(sha256, type));
        entities(sha256);
        rejects(sha256);
        graph.write(transaction -> transaction.run(file.statement(8), named));
        return true;
    }

    /// Ends what a process that died began.
    void finish() {
        Query begun = Query.of(library.file("read", "undoing").statement());
        graph.read(begun).rows().forEach(row -> run(row.text("sha256")));
    }

    private void nodes(String sha256, String label) {
        Kind kind = Kind.node(label);
        paged(
                ids(sha256, label, 0),
                (transaction, ids) -> {
                    List<Row> rows =
                            transaction.run(
                                    file.statement(1), parameters("label", label, sha256, ids));
                    List<String> gone = gone(rows);
                    transaction.run(file.statement(3), Map.of("label", label, "ids", gone));
                    settle(transaction, kind, rows, gone, sha256);
                });
    }

    private void relationships(String sha256, String type) {
        paged(
                ids(sha256, type, 1),
                (transaction, ids) -> {
                    List<Row> rows =
                            transaction.run(
                                    file.statement(2), parameters("type", type, sha256, ids));
                    List<String> gone = gone(rows);
                    transaction.run(file.statement(4), Map.of("type", type, "ids", gone));
                    if (!rows.isEmpty()) {
                        settle(transaction, kindOf(rows), rows, gone, sha256);
                    }
                });
    }

    private List<String> ids(String sha256, String kind, int which) {
        List<String> ids = new ArrayList<>();
        String statement = library.file("read", "events-of-file").statement(which);
        graph.scan(
                Query.of(statement, Map.of("kind", kind, "sha256", sha256)),
                row -> ids.add(row.text("id")));
        return ids;
    }

    private void paged(List<String> ids, BiConsumer<Transaction, List<String>> each) {
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<String> page = ids.subList(from, Math.min(ids.size(), from + PAGE));
            graph.write(transaction -> {
                each.accept(transaction, page);
                return "";
            });
        }
    }

    private static Map<String, Object> parameters(
            String which, String kind, String sha256, List<String> ids) {
        return Map.of(which, kind, "sha256", sha256, "ids", ids);
    }

    private static Kind kindOf(List<Row> rows) {
        if (rows.getFirst().get("stands") instanceof Relationship event) {
            return Kind.relationship(event.type(), event.from(), event.to());
        }
        throw new IllegalStateException("no event in " + rows.getFirst());
    }

    private static List<String> gone(List<Row> rows) {
        List<String> gone = new ArrayList<>();
        for (Row row : rows) {
            if (row.number("left") == 0) {
                gone.add(row.text("id"));
            }
        }
        return gone;
    }

    /// Events without evidence lose their relations and variants, the others stand as the rest of
    /// their evidence tells.
    private void settle(
            Transaction transaction, Kind kind, List<Row> rows, List<String> gone, String sha256) {
        events.unrelate(transaction, gone);
        transaction.run(library.file("write", "Variant").statement(1), Map.of("ids", gone));
        List<String> left = new ArrayList<>();
        rows.forEach(row -> left.add(row.text("id")));
        left.removeAll(Set.copyOf(gone));
        variants.settle(transaction, kind, left, place -> !place.startsWith(sha256));
    }

    private void entities(String sha256) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("sha256", sha256);
        parameters.put("limit", (long) PAGE);
        long left;
        do {
            left =
                    graph.write(transaction -> {
                        transaction.run(file.statement(5), parameters);
                        List<Row> rows = transaction.run(file.statement(6), parameters);
                        return rows.isEmpty() ? 0L : rows.getFirst().number("left");
                    });
        } while (left > 0);
    }

    private void rejects(String sha256) {
        Map<String, Object> parameters = Map.of("sha256", sha256, "limit", (long) PAGE);
        long gone;
        do {
            gone =
                    graph.write(transaction ->
                            transaction
                                    .run(file.statement(7), parameters)
                                    .getFirst()
                                    .number("gone"));
        } while (gone > 0);
    }
}
