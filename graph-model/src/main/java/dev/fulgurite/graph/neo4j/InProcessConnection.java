package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import dev.fulgurite.graph.InvestigationGraph.Work;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.model.Row;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.neo4j.gqlstatus.ErrorClassification;
import org.neo4j.gqlstatus.GqlException;
import org.neo4j.gqlstatus.GqlRuntimeException;
import org.neo4j.graphdb.GqlStatusObject;
import org.neo4j.graphdb.QueryExecutionException;
import org.neo4j.graphdb.QueryExecutionType;
import org.neo4j.graphdb.QueryExecutionType.QueryType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.graphdb.TransactionFailureException;
import org.neo4j.graphdb.TransientFailureException;
import org.neo4j.graphdb.security.AuthorizationViolationException;
import org.neo4j.internal.kernel.api.connectioninfo.ClientConnectionInfo;
import org.neo4j.internal.kernel.api.security.AccessMode;
import org.neo4j.internal.kernel.api.security.LoginContext;
import org.neo4j.internal.kernel.api.security.SecurityContext;
import org.neo4j.internal.kernel.api.security.StaticAccessMode;
import org.neo4j.kernel.api.KernelTransaction;
import org.neo4j.kernel.api.exceptions.Status;
import org.neo4j.kernel.impl.api.security.RestrictedAccessMode;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/// To the database of this process, with the same statements as over Bolt, but without packing
/// every row for a wire that ends where it begins: that takes as long as reading it.
final class InProcessConnection implements Connection {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration UNLIMITED = Duration.ZERO;
    private static final long FIRST_PAUSE_MILLIS = 20;
    private static final long LONGEST_PAUSE_MILLIS = 2_000;

    /// The database itself refuses what would write, and tells of its schema, as it does over Bolt.
    private static final AccessMode READ_ONLY =
            new RestrictedAccessMode(StaticAccessMode.FULL, StaticAccessMode.READ) {
                @Override
                public boolean allowsShowIndex() {
                    return true;
                }

                @Override
                public boolean allowsShowConstraint() {
                    return true;
                }
            };

    private static final LoginContext READING =
            SecurityContext.authDisabled(
                    READ_ONLY, ClientConnectionInfo.EMBEDDED_CONNECTION, "neo4j");

    private final GraphDatabaseAPI database;
    private final Path folder;
    private final Runnable release;
    private volatile boolean refused;
    private volatile boolean closed;

    /// @param release what is let go of when this is closed
    InProcessConnection(GraphDatabaseAPI database, Path folder, Runnable release) {
        this.database = database;
        this.folder = folder;
        this.release = release;
    }

    @Override
    public dev.fulgurite.graph.Result read(Query query, Cancellation cancellation) {
        return read(
                query,
                query.timeout(),
                cancellation,
                answer -> {
                    List<Row> rows = new ArrayList<>();
                    while (rows.size() < query.maxRows() && answer.hasNext()) {
                        rows.add(row(answer));
                    }
                    return new dev.fulgurite.graph.Result(answer.columns(), rows, answer.hasNext());
                });
    }

    @Override
    public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
        return read(
                query,
                UNLIMITED,
                cancellation,
                answer -> {
                    while (answer.hasNext()) {
                        each.accept(row(answer));
                    }
                    return answer.columns();
                });
    }

    private <T> T read(
            Query query, Duration timeout, Cancellation cancellation, Function<Result, T> take) {
        String statement = Statement.cypher25(query.text());
        return reading(
                Statement.added(query.text()),
                timeout,
                cancellation,
                transaction -> {
                    try (Result answer =
                            transaction.execute(statement, Values.toDriver(query.parameters()))) {
                        if (writes(answer.getQueryExecutionType())) {
                            throw Failures.wouldWrite(null);
                        }
                        return take.apply(answer);
                    }
                });
    }

    private static boolean writes(QueryExecutionType type) {
        return type.canUpdateData() || type.canUpdateSchema();
    }

    /// @param added columns that were put before the statement
    private <T> T reading(
            int added, Duration timeout, Cancellation cancellation, Function<Transaction, T> work) {
        return patiently(
                InProcessConnection::isUnplanned,
                () -> {
                    if (cancellation.isCancelled()) {
                        throw Failures.cancelled(null);
                    }
                    if (closed) {
                        // The database would wait a while for itself to come back.
                        throw Failures.closed(folder.toString(), null);
                    }
                    try (Transaction transaction = begin(timeout);
                            Termination _ = new Termination(transaction, cancellation)) {
                        return work.apply(transaction);
                    } catch (GqlRuntimeException e) {
                        throw cancellation.isCancelled() ? Failures.cancelled(e) : unread(e, added);
                    }
                });
    }

    private Transaction begin(Duration timeout) {
        return database.beginTransaction(
                KernelTransaction.Type.EXPLICIT,
                READING,
                ClientConnectionInfo.EMBEDDED_CONNECTION,
                timeout.toMillis(),
                TimeUnit.MILLISECONDS);
    }

    private GraphException unread(GqlRuntimeException e, int added) {
        if (closed) {
            return Failures.closed(folder.toString(), e);
        }
        return isForbidden(e)
                ? Failures.wouldWrite(e)
                : Failures.of(codeOf(e), e, folder.toString(), added);
    }

    private static boolean isForbidden(Throwable e) {
        return e instanceof AuthorizationViolationException
                || (e.getCause() != null && isForbidden(e.getCause()));
    }

    private static String codeOf(GqlRuntimeException e) {
        if (e instanceof QueryExecutionException query) {
            return query.getStatusCode();
        }
        Status status = Status.statusCodeOf(e);
        return status == null ? "" : status.code().serialize();
    }

    private static Row row(Result answer) {
        return InProcessRows.row(answer.columns(), answer.next());
    }

    @Override
    public Explanation explain(String statement) {
        return reading(
                Statement.addedExplaining(statement),
                UNLIMITED,
                new Cancellation(),
                transaction -> {
                    try (Result answer = transaction.execute(Statement.explaining(statement))) {
                        QueryType type = answer.getQueryExecutionType().queryType();
                        return new Explanation(
                                answer.columns(),
                                type == QueryType.READ_ONLY,
                                Statement.unknown(
                                        StreamSupport.stream(
                                                answer.getGqlStatusObjects().spliterator(), false),
                                        GqlStatusObject::gqlStatus,
                                        GqlStatusObject::statusDescription));
                    }
                });
    }

    @Override
    public <T> T write(Work<T> work) {
        try {
            return patiently(InProcessConnection::isTransient, () -> once(work));
        } catch (TransientFailureException
                | QueryExecutionException
                | TransactionFailureException e) {
            throw full(e).orElseGet(() -> Failures.of(codeOf(e), e, folder.toString(), 0));
        } catch (RuntimeException e) {
            throw full(e).orElse(e);
        }
    }

    /// Attempts again and again for a while, as long as it fails with what passes. Of two writers
    /// that waited for each other one lets go for a random while.
    private <T> T patiently(Predicate<Exception> passes, Supplier<T> attempt) {
        Instant until = Instant.now().plus(PATIENCE);
        for (long pause = FIRST_PAUSE_MILLIS; ; pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS)) {
            try {
                return attempt.get();
            } catch (Exception e) {
                if (!passes.test(e)) {
                    throw e;
                }
                if (Instant.now().isAfter(until)) {
                    throw e instanceof RuntimeException known ? known : unplanned(e);
                }
                LockSupport.parkNanos(
                        Duration.ofMillis(ThreadLocalRandom.current().nextLong(pause) + 1)
                                .toNanos());
            }
        }
    }

    /// Whether the database gave up to plan a statement, before its first row: its schema changed
    /// under it again and again, as it does when many indexes come up. The exception is a checked
    /// one that nothing declares.
    private static boolean isUnplanned(Exception e) {
        return e instanceof GqlException gave
                && gave.getClassification() == ErrorClassification.TRANSIENT_ERROR;
    }

    private GraphException unplanned(Exception e) {
        return new GraphException(Kind.FAILED, folder + ": " + e.getMessage(), e);
    }

    private <T> T once(Work<T> work) {
        try (Transaction transaction = database.beginTx()) {
            T result = work.in(new InProcessTransaction(transaction));
            transaction.commit();
            return result;
        }
    }

    private static boolean isTransient(Exception e) {
        return switch (e) {
            case TransientFailureException _ -> true;
            case QueryExecutionException query ->
                    query.getStatusCode().startsWith("Neo.TransientError");
            default -> isUnplanned(e);
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

    @Override
    public void close() {
        closed = true;
        release.run();
    }

    /// Ends a transaction when its read is given up, and never one that is over. On a thread of its
    /// own, for the database may let it wait.
    private static final class Termination implements AutoCloseable {

        private final Cancellation cancellation;
        private @Nullable Transaction open;

        Termination(Transaction transaction, Cancellation cancellation) {
            this.cancellation = cancellation;
            this.open = transaction;
            cancellation.whenCancelled(
                    () -> Thread.ofVirtual().name("fulgurite-stop").start(this::terminate));
        }

        private synchronized void terminate() {
            if (open != null) {
                open.terminate();
            }
        }

        @Override
        public synchronized void close() {
            open = null;
            cancellation.whenCancelled(() -> {});
        }
    }
}
