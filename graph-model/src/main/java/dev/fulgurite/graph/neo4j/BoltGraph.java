package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphDigest;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/// A graph over Bolt: all that both stores share.
final class BoltGraph implements InvestigationGraph {

    private static final SessionConfig READING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    private static final SessionConfig WRITING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.WRITE).build();
    private static final String EXPLAIN = "EXPLAIN ";
    private static final int SCAN_ROWS = 1_000;
    private static final int SCHEMA_ATTEMPTS = 5;
    private static final Pattern VERSIONED = Pattern.compile("(?i)\\s*(explain\\s+)?cypher\\s+\\d");

    /// What a status says of its own kind before it says anything.
    private static final Pattern HEADLINE = Pattern.compile("^warn: [^.]*\\. ");

    /// GQL status of an unknown label and of an unknown relationship type.
    private static final Set<String> UNKNOWN = Set.of("01N50", "01N51");

    private final Driver driver;
    private final String location;
    private final CypherLibrary library;
    private final Schema schema;
    private final BatchWriter batches;
    private final Undo undo;
    private final Runnable release;
    private final Writer writer;
    private volatile boolean closed;

    /// @param writer for a database of this process; null writes over Bolt
    /// @param release what to let go of after the driver is closed
    BoltGraph(
            Driver driver,
            String location,
            CypherLibrary library,
            @Nullable Writer writer,
            Runnable release) {
        this.driver = driver;
        this.writer = writer == null ? this::writeOverBolt : writer;
        this.location = location;
        this.library = library;
        this.schema = new Schema(library);
        this.batches = new BatchWriter(library, schema);
        this.undo = new Undo(this, library, schema);
        this.release = release;
    }

    /// Checks that the server answers and brings the schema up to date.
    void prepare() {
        attempt(() -> {
            driver.verifyConnectivity();
            return "";
        });
        var version = library.file("write", "SchemaVersion");
        for (int left = SCHEMA_ATTEMPTS; !hasSchema(version); left--) {
            try {
                bringSchema(version);
            } catch (GraphException e) {
                // Clients that open a new server at once are in each other's way.
                if (left == 1) {
                    throw e;
                }
            }
        }
        undo.finish();
    }

    private boolean hasSchema(CypherFile version) {
        List<Row> had = read(Query.of(version.statement(0))).rows();
        return had.size() == 1 && had.getFirst().text("version").equals(schema.version());
    }

    private void bringSchema(CypherFile version) {
        dropOrphanedIndexes();
        write(transaction -> {
            schema.statements().forEach(statement -> transaction.run(statement, Map.of()));
            return "";
        });
        write(transaction ->
                transaction.run(version.statement(1), Map.of("version", schema.version())));
    }

    /// Neo4j makes a constraint's index in a transaction of its own, before the constraint. When
    /// the process is killed in between, the index has the constraint's name and is in its way.
    private void dropOrphanedIndexes() {
        var orphaned = library.file("write", "OrphanedIndex");
        Query find = Query.of(orphaned.statement(0), Map.of("constraints", schema.constraints()));
        for (Row index : read(find).rows()) {
            write(transaction ->
                    transaction.run(orphaned.statement(1), Map.of("name", index.text("name"))));
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
        return attempt(
                query.text(),
                cancellation,
                () -> {
                    try (Session session = driver.session(READING);
                            StoppableRead read = stoppable(cancellation)) {
                        TransactionConfig limits =
                                read.marked().withTimeout(query.timeout()).build();
                        return session.executeRead(transaction -> rows(transaction, query), limits);
                    }
                });
    }

    private StoppableRead stoppable(Cancellation cancellation) {
        String stop = cypher25(library.file("read", "stop").statement());
        return new StoppableRead(driver, READING, stop, cancellation);
    }

    /// The statement in the version of the language that all of Fulgurite is written in, whatever
    /// the server's default is; one that names a version itself keeps it.
    static String cypher25(String statement) {
        return VERSIONED.matcher(statement).lookingAt() ? statement : "CYPHER 25 " + statement;
    }

    private Result rows(TransactionContext transaction, Query query) {
        var answer = transaction.run(cypher25(query.text()), Values.toDriver(query.parameters()));
        List<Record> records = new ArrayList<>();
        while (records.size() < query.maxRows() && answer.hasNext()) {
            records.add(answer.next());
        }
        boolean cut = answer.hasNext();
        answer.consume();
        List<Row> rows = new RowReader(ends -> ends(transaction, ends)).rows(records);
        return new Result(answer.keys(), rows, cut);
    }

    private Map<String, NodeRef> ends(TransactionContext transaction, Set<String> elementIds) {
        Map<String, NodeRef> refs = new HashMap<>();
        String statement = cypher25(library.file("read", "ends").statement());
        transaction
                .run(statement, Map.of("ids", List.copyOf(elementIds)))
                .forEachRemaining(record -> {
                    if (!record.get("label").isNull() && !record.get("key").isNull()) {
                        NodeRef ref =
                                new NodeRef(
                                        record.get("label").asString(),
                                        record.get("key").asString());
                        refs.put(record.get("id").asString(), ref);
                    }
                });
        return refs;
    }

    @Override
    public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
        return attempt(
                query.text(),
                cancellation,
                () -> {
                    try (Session session = driver.session(READING);
                            StoppableRead read = stoppable(cancellation);
                            var transaction = session.beginTransaction(read.marked().build())) {
                        return scan(
                                transaction.run(
                                        cypher25(query.text()),
                                        Values.toDriver(query.parameters())),
                                each);
                    }
                });
    }

    private List<String> scan(org.neo4j.driver.Result answer, Consumer<Row> each) {
        RowReader reader = new RowReader(this::endsOutside);
        List<Record> chunk = new ArrayList<>(SCAN_ROWS);
        try {
            while (answer.hasNext()) {
                chunk.add(answer.next());
                if (chunk.size() == SCAN_ROWS) {
                    reader.rows(chunk).forEach(each);
                    reader.forget();
                    chunk.clear();
                }
            }
        } finally {
            reader.rows(chunk).forEach(each);
        }
        return answer.keys();
    }

    private Map<String, NodeRef> endsOutside(Set<String> elementIds) {
        try (Session session = driver.session(READING)) {
            return session.executeRead(transaction -> ends(transaction, elementIds));
        }
    }

    @Override
    public Explanation explain(String statement) {
        return attempt(
                EXPLAIN + statement,
                new Cancellation(),
                () -> {
                    try (Session session = driver.session(READING)) {
                        var answer = session.run(cypher25(EXPLAIN + statement));
                        List<String> columns = answer.keys();
                        ResultSummary summary = answer.consume();
                        return new Explanation(
                                columns,
                                summary.queryType() == QueryType.READ_ONLY,
                                unknown(summary));
                    }
                });
    }

    /// Labels and types that the database has never heard of; with the schema in place these are
    /// misspelt.
    private static List<String> unknown(ResultSummary summary) {
        return summary.gqlStatusObjects().stream()
                .filter(status -> UNKNOWN.contains(status.gqlStatus()))
                .map(status -> HEADLINE.matcher(status.statusDescription()).replaceFirst(""))
                .toList();
    }

    @Override
    public <T> T write(Work<T> work) {
        return writer.write(work);
    }

    private <T> T writeOverBolt(Work<T> work) {
        return attempt(() -> {
            try (Session session = driver.session(WRITING)) {
                return session.executeWrite(transaction -> work.in(open(transaction)));
            }
        });
    }

    private InvestigationGraph.Transaction open(TransactionContext transaction) {
        return new InvestigationGraph.Transaction() {
            @Override
            public List<Row> run(
                    String statement, Map<String, ? extends @Nullable Object> parameters) {
                List<Record> records =
                        transaction.run(cypher25(statement), Values.toDriver(parameters)).list();
                return new RowReader(ends -> ends(transaction, ends)).rows(records);
            }
        };
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
        String token = UUID.randomUUID().toString();
        BatchOutcome outcome = write(transaction -> batches.store(transaction, batch, token));
        batches.committed(batch);
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
        closed = true;
        driver.close();
        release.run();
    }

    private <T> T attempt(Supplier<T> work) {
        return attempt("", new Cancellation(), work);
    }

    private <T> T attempt(String statement, Cancellation cancellation, Supplier<T> work) {
        if (cancellation.isCancelled()) {
            throw cancelled(null);
        }
        try {
            return work.get();
        } catch (Neo4jException e) {
            if (cancellation.isCancelled()) {
                throw cancelled(e);
            }
            throw Failures.of(e, location, added(statement));
        } catch (IllegalStateException e) {
            if (closed) {
                throw new GraphException(
                        GraphException.Kind.FAILED, location + " was closed meanwhile", e);
            }
            throw e;
        }
    }

    private static GraphException cancelled(@Nullable Throwable cause) {
        return new GraphException(GraphException.Kind.CANCELLED, "the query was cancelled", cause);
    }

    /// How far what the server is sent begins before what the caller wrote.
    private static int added(String statement) {
        int explain = statement.startsWith(EXPLAIN) ? EXPLAIN.length() : 0;
        return cypher25(statement).length() - statement.length() + explain;
    }
}
