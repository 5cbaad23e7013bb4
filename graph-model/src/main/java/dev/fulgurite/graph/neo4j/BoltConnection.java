package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.InvestigationGraph.Work;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.AccessMode;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.TransactionContext;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.summary.GqlStatusObject;
import org.neo4j.driver.summary.QueryType;
import org.neo4j.driver.summary.ResultSummary;

/// To a server, or to the database of another process.
final class BoltConnection implements Connection {

    private static final SessionConfig READING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.READ).build();
    private static final SessionConfig WRITING =
            SessionConfig.builder().withDefaultAccessMode(AccessMode.WRITE).build();
    private static final int SCAN_ROWS = 1_000;

    private final Driver driver;
    private final String location;
    private final String endsOfRelationships;
    private final String stop;
    private volatile boolean closed;

    /// @param location as messages name it
    BoltConnection(Driver driver, String location, CypherLibrary library) {
        this.driver = driver;
        this.location = location;
        this.endsOfRelationships = Statement.cypher25(library.file("read", "ends").statement());
        this.stop = Statement.cypher25(library.file("read", "stop").statement());
    }

    /// Fails when the server does not answer.
    void verify() {
        attempt(() -> {
            driver.verifyConnectivity();
            return "";
        });
    }

    @Override
    public Result read(Query query, Cancellation cancellation) {
        return attempt(
                Statement.added(query.text()),
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
        return new StoppableRead(driver, READING, stop, cancellation);
    }

    private Result rows(TransactionContext transaction, Query query) {
        var answer =
                transaction.run(
                        Statement.cypher25(query.text()), Values.toDriver(query.parameters()));
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
        transaction
                .run(endsOfRelationships, Map.of("ids", List.copyOf(elementIds)))
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
                Statement.added(query.text()),
                cancellation,
                () -> {
                    try (Session session = driver.session(READING);
                            StoppableRead read = stoppable(cancellation);
                            var transaction = session.beginTransaction(read.marked().build())) {
                        return scan(
                                transaction.run(
                                        Statement.cypher25(query.text()),
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
                Statement.addedExplaining(statement),
                new Cancellation(),
                () -> {
                    try (Session session = driver.session(READING)) {
                        var answer = session.run(Statement.explaining(statement));
                        List<String> columns = answer.keys();
                        ResultSummary summary = answer.consume();
                        return new Explanation(
                                columns,
                                summary.queryType() == QueryType.READ_ONLY,
                                Statement.unknown(
                                        summary.gqlStatusObjects().stream(),
                                        GqlStatusObject::gqlStatus,
                                        GqlStatusObject::statusDescription));
                    }
                });
    }

    @Override
    public <T> T write(Work<T> work) {
        return attempt(() -> {
            try (Session session = driver.session(WRITING)) {
                return session.executeWrite(transaction -> work.in(open(transaction)));
            }
        });
    }

    private Transaction open(TransactionContext transaction) {
        return new Transaction() {
            @Override
            public List<Row> run(
                    String statement, Map<String, ? extends @Nullable Object> parameters) {
                List<Record> records =
                        transaction
                                .run(Statement.cypher25(statement), Values.toDriver(parameters))
                                .list();
                return new RowReader(ends -> ends(transaction, ends)).rows(records);
            }
        };
    }

    @Override
    public void close() {
        closed = true;
        driver.close();
    }

    private <T> T attempt(Supplier<T> work) {
        return attempt(0, new Cancellation(), work);
    }

    /// @param added columns that were put before the statement
    private <T> T attempt(int added, Cancellation cancellation, Supplier<T> work) {
        if (cancellation.isCancelled()) {
            throw Failures.cancelled(null);
        }
        try {
            return work.get();
        } catch (Neo4jException e) {
            throw cancellation.isCancelled()
                    ? Failures.cancelled(e)
                    : Failures.of(e, location, added);
        } catch (IllegalStateException e) {
            if (closed) {
                throw Failures.closed(location, e);
            }
            throw e;
        }
    }
}
