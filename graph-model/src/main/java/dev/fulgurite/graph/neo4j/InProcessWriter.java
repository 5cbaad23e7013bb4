package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import dev.fulgurite.graph.InvestigationGraph.Work;
import dev.fulgurite.graph.model.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;

/// Writes to the database of this process with the same statements as over Bolt, but without
/// packing every row for a wire that ends where it begins.
final class InProcessWriter implements Writer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    private final GraphDatabaseService database;
    private final Path folder;
    private volatile boolean refused;

    InProcessWriter(GraphDatabaseService database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    @Override
    public <T> T write(Work<T> work) {
        Instant until = Instant.now().plus(PATIENCE);
        long pause = FIRST_PAUSE_MILLIS;
        while (true) {
            try {
                return once(work);
            } catch (TransientFailureException
                    | QueryExecutionException
                    | TransactionFailureException e) {
                if (!isTransient(e) || Instant.now().isAfter(until)) {
                    throw failure(e);
                }
                // Two writers waited for each other: one of them lets go for a random while.
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause) + 1)
                                .toNanos());
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } catch (RuntimeException e) {
                throw full(e).orElse(e);
            }
        }
    }

    private <T> T once(Work<T> work) {
        try (Transaction transaction = database.beginTx()) {
            T result = work.in((statement, parameters) -> run(transaction, statement, parameters));
            transaction.commit();
            return result;
        }
    }

    private static List<Row> run(
            Transaction transaction,
            String statement,
            Map<String, ? extends @Nullable Object> parameters) {
        List<Row> rows = new ArrayList<>();
        try (Result result =
                transaction.execute(BoltGraph.cypher25(statement), Values.toDriver(parameters))) {
            while (result.hasNext()) {
                rows.add(InProcessRows.row(result.columns(), result.next()));
            }
        }
        return rows;
    }

    private static boolean isTransient(RuntimeException e) {
        return switch (e) {
            case TransientFailureException _ -> true;
            case QueryExecutionException query ->
                    query.getStatusCode().startsWith("Neo.TransientError");
            default -> false;
        };
    }

    /// Whether the disk took no more of a write, after which Neo4j writes nothing until it is
    /// started again.
    boolean refused() {
        return refused;
    }

    private Optional<RuntimeException> full(RuntimeException e) {
        var full = FullDisk.behind(e, folder, "What was stored before stays.");
        if (full.isPresent()) {
            refused = true;
        }
        return full.map(RuntimeException.class::cast);
    }

    private RuntimeException failure(RuntimeException e) {
        boolean statement =
                e instanceof QueryExecutionException query
                        && query.getStatusCode().contains(".Statement.");
        return full(e).orElseGet(() ->
                new GraphException(
                        statement ? Kind.BAD_QUERY : Kind.FAILED,
                        folder + ": " + e.getMessage(),
                        e));
    }
}
