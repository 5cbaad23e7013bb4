package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphDigest;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/// A graph by its statements, wherever its database is.
final class Neo4jGraph implements InvestigationGraph {

    private final Connection connection;
    private final String location;
    private final CypherLibrary library;
    private final Schema schema;
    private final BatchWriter batches;
    private final Undo undo;

    private Neo4jGraph(Connection connection, String location, CypherLibrary library) {
        this.connection = connection;
        this.location = location;
        this.library = library;
        this.schema = new Schema(library);
        this.batches = new BatchWriter(library, schema);
        this.undo = new Undo(this, library, schema);
    }

    /// As [#over(Connection, String, CypherLibrary, DoubleConsumer)], telling nobody.
    static Neo4jGraph over(Connection connection, String location, CypherLibrary library) {
        return over(connection, location, library, _ -> {});
    }

    /// With the schema up to date. The graph closes the connection, also when this fails.
    ///
    /// @param indexed is told what part of the indexes is made, from 0 to 1
    static Neo4jGraph over(
            Connection connection, String location, CypherLibrary library, DoubleConsumer indexed) {
        try {
            Neo4jGraph graph = new Neo4jGraph(connection, location, library);
            new SchemaSetup(graph, library, graph.schema).bring(indexed);
            graph.undo.finish();
            return graph;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public String location() {
        return location;
    }

    /// A server lives on.
    @Override
    public Hold hold() {
        return () -> {};
    }

    @Override
    public Result read(Query query, Cancellation cancellation) {
        return connection.read(query, cancellation);
    }

    @Override
    public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
        return connection.scan(query, cancellation, each);
    }

    @Override
    public Explanation explain(String statement) {
        return connection.explain(statement);
    }

    @Override
    public <T> T write(Work<T> work) {
        return connection.write(work);
    }

    @Override
    public BatchOutcome store(GraphBatch batch) {
        try {
            return storeOnce(batch);
        } catch (EventWriter.Incomplete entitiesGone) {
            // Another process took away what this writer remembers to be there.
            batches.forget();
            return storeOnce(batch);
        }
    }

    private BatchOutcome storeOnce(GraphBatch batch) {
        NamedBatch named = NamedBatch.of(batch);
        if (batches.isToName(named)) {
            write(transaction -> {
                batches.name(transaction, named);
                return batch;
            });
            batches.committed(named);
        }
        String token = UUID.randomUUID().toString();
        BatchOutcome outcome = write(transaction -> batches.store(transaction, named, token));
        batches.committed(named);
        return outcome;
    }

    @Override
    public boolean undo(String sha256) {
        batches.forget();
        return undo.run(sha256);
    }

    @Override
    public Optional<Ledger> ledger(String sha256) {
        Query query =
                Query.of(library.file("read", "ledger").statement(), Map.of("sha256", sha256));
        return read(query).rows().stream().findFirst().map(row -> Ledgers.of(row, rejects(sha256)));
    }

    private List<Ledger.Reject> rejects(String sha256) {
        Map<String, Object> parameters =
                Map.of("sha256", sha256, "limit", (long) Ledger.KEPT_REJECTS);
        Query query = Query.of(library.file("read", "rejects").statement(), parameters);
        return read(query).rows().stream().map(Ledgers::reject).toList();
    }

    @Override
    public List<Ledger> ledgers() {
        Map<String, @Nullable Object> all = new HashMap<>();
        all.put("sha256", null);
        List<Ledger> ledgers = new ArrayList<>();
        scan(
                Query.of(library.file("read", "ledger").statement(), all),
                row -> ledgers.add(Ledgers.of(row, List.of())));
        return ledgers;
    }

    @Override
    public String digest() {
        GraphDigest digest = new GraphDigest(schema);
        String nodes = library.file("read", "digest-nodes").statement();
        for (String label : schema.observedLabels()) {
            Query query = Query.of(nodes, Map.of("label", label));
            scan(query, row -> digest.add((Node) present(row, "node")));
        }
        String relationships = library.file("read", "digest-relationships").statement();
        for (String type : schema.observedTypes()) {
            Query query = Query.of(relationships, Map.of("type", type));
            scan(query, row -> digest.add((Relationship) present(row, "r")));
        }
        return digest.hex();
    }

    private static Object present(Row row, String column) {
        Object value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("no " + column);
        }
        return value;
    }

    @Override
    public void close() {
        connection.close();
    }
}
