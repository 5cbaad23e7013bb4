package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Stores a batch in a transaction, one `UNWIND` per kind: first it asks which events the graph
/// knows and gives these the further evidence, then it adds the entities, carriers and relations of
/// the new ones. So a replay costs a look-up.
final class BatchWriter {

    private final CypherLibrary library;

    BatchWriter(CypherLibrary library) {
        this.library = library;
    }

    /// A carrier file of `cypher/write` and what is to be written by it.
    private record Distinct(GraphEvent event, TreeSet<String> evidence) {}

    BatchOutcome store(Transaction transaction, GraphBatch batch) {
        Map<String, Map<String, Distinct>> byFile = distinct(batch.events());
        List<Distinct> fresh = new ArrayList<>();
        byFile.forEach((file, events) -> fresh.addAll(unknown(transaction, file, events)));
        entities(transaction, fresh);
        carriers(transaction, fresh);
        relations(transaction, fresh);
        long stored = fresh.size();
        long duplicate = batch.events().size() - stored;
        ledger(transaction, batch.ledger(), stored, duplicate);
        return new BatchOutcome(stored, duplicate);
    }

    /// Events by carrier file and id; equal ids within the batch become one with all their
    /// evidence.
    private static Map<String, Map<String, Distinct>> distinct(List<GraphEvent> events) {
        Map<String, Map<String, Distinct>> byFile = new LinkedHashMap<>();
        for (GraphEvent event : events) {
            byFile.computeIfAbsent(fileOf(event), _ -> new LinkedHashMap<>())
                    .computeIfAbsent(event.id(), _ -> new Distinct(event, new TreeSet<>()))
                    .evidence()
                    .add(event.evidence().toString());
        }
        return byFile;
    }

    private static String fileOf(GraphEvent event) {
        return switch (event.carrier()) {
            case NodeCarrier node -> node.kind();
            case RelationCarrier relation ->
                    fileOf(relation.from(), relation.kind(), relation.to());
        };
    }

    private static String fileOf(NodeRef from, String type, NodeRef to) {
        return from.label() + "-" + type + "-" + to.label();
    }

    private List<Distinct> unknown(
            Transaction transaction, String file, Map<String, Distinct> events) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        events.forEach((id, event) -> {
            Map<String, @Nullable Object> row = new HashMap<>();
            row.put("id", id);
            row.put("evidence", List.copyOf(event.evidence()));
            rows.add(row);
        });
        Set<String> known = new HashSet<>();
        String statement = library.file("write", file).statement(0);
        transaction.run(statement, Map.of("rows", rows)).forEach(row -> known.add(row.text("id")));
        return events.values().stream()
                .filter(event -> !known.contains(event.event().id()))
                .toList();
    }

    private void entities(Transaction transaction, List<Distinct> fresh) {
        Map<String, Map<String, Entity>> byLabel = new TreeMap<>();
        Map<NodeRef, TreeSet<String>> names = new HashMap<>();
        for (Distinct distinct : fresh) {
            for (Entity entity : distinct.event().entities()) {
                byLabel.computeIfAbsent(entity.ref().label(), _ -> new TreeMap<>())
                        .put(entity.ref().key(), entity);
                names.computeIfAbsent(entity.ref(), _ -> new TreeSet<>()).addAll(entity.names());
            }
        }
        byLabel.forEach((label, entities) -> {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            entities.forEach((key, entity) -> {
                Map<String, @Nullable Object> row = new HashMap<>();
                row.put("key", key);
                row.put("properties", entity.properties());
                row.put("names", List.copyOf(names.getOrDefault(entity.ref(), new TreeSet<>())));
                rows.add(row);
            });
            transaction.run(library.file("write", label).statement(), Map.of("rows", rows));
        });
    }

    private void carriers(Transaction transaction, List<Distinct> fresh) {
        Map<String, List<Map<String, @Nullable Object>>> rowsByFile = new TreeMap<>();
        for (Distinct distinct : fresh) {
            GraphEvent event = distinct.event();
            Map<String, @Nullable Object> row = row(event);
            row.put("evidence", List.copyOf(distinct.evidence()));
            row.put("properties", event.carrier().properties());
            if (event.carrier() instanceof RelationCarrier relation) {
                row.put("from", relation.from().key());
                row.put("to", relation.to().key());
            }
            rowsByFile.computeIfAbsent(fileOf(event), _ -> new ArrayList<>()).add(row);
        }
        rowsByFile.forEach((file, rows) ->
                transaction.run(library.file("write", file).statement(1), Map.of("rows", rows)));
    }

    private void relations(Transaction transaction, List<Distinct> fresh) {
        Map<String, List<Map<String, @Nullable Object>>> rowsByFile = new TreeMap<>();
        for (Distinct distinct : fresh) {
            for (Relation relation : distinct.event().relations()) {
                Map<String, @Nullable Object> row = row(distinct.event());
                row.put("from", relation.from().key());
                row.put("to", relation.to().key());
                String file = fileOf(relation.from(), relation.type(), relation.to());
                rowsByFile.computeIfAbsent(file, _ -> new ArrayList<>()).add(row);
            }
        }
        rowsByFile.forEach((file, rows) -> {
            CypherFile write = library.file("write", file);
            transaction.run(write.statement(), Map.of("rows", rows));
        });
    }

    private static Map<String, @Nullable Object> row(GraphEvent event) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", event.id());
        row.put("at", event.at());
        return row;
    }

    private void ledger(Transaction transaction, Ledger ledger, long stored, long duplicate) {
        Map<String, Object> parameters =
                Map.of(
                        "sha256", ledger.sha256(),
                        "name", ledger.name(),
                        "ledger", Ledgers.properties(ledger),
                        "stored", stored,
                        "duplicate", duplicate);
        transaction.run(library.file("write", "EvidenceFile").statement(), parameters);
        List<Map<String, Object>> rejects = Ledgers.rejectRows(ledger);
        if (!rejects.isEmpty()) {
            transaction.run(library.file("write", "Reject").statement(), Map.of("rows", rejects));
        }
    }
}
