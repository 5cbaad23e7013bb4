package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Function;

/// A graph in a folder that this process holds. It can exchange its database for one that was built
/// beside it; whoever asks meanwhile waits.
final class EmbeddedGraph implements InvestigationGraph {

    private final GraphFolder folder;
    private final CypherLibrary library = CypherLibrary.packaged();
    private final ReadWriteLock exchange = new ReentrantReadWriteLock();
    private Neo4jGraph open;

    private EmbeddedGraph(GraphFolder folder, Neo4jGraph open) {
        this.folder = folder;
        this.open = open;
    }

    /// Opens the graph in a folder, which no other process holds.
    static EmbeddedGraph open(GraphFolder folder) {
        return open(folder, _ -> {});
    }

    /// As [#open(GraphFolder)].
    ///
    /// @param indexed is told what part of the indexes is made, from 0 to 1
    static EmbeddedGraph open(GraphFolder folder, DoubleConsumer indexed) {
        Neo4jGraph open = start(folder, indexed);
        // Only now is it certain that no other process is importing.
        folder.clearStage();
        return new EmbeddedGraph(folder, open);
    }

    private static Neo4jGraph start(GraphFolder folder, DoubleConsumer indexed) {
        EmbeddedDatabase database = EmbeddedDatabase.start(folder);
        return Neo4jGraph.over(
                database.connection(), folder.path().toString(), CypherLibrary.packaged(), indexed);
    }

    @Override
    public Optional<FirstImport> firstImport() {
        return isEmpty()
                ? Optional.of(new StagedImport(folder.stage(), library, this::adopt))
                : Optional.empty();
    }

    private boolean isEmpty() {
        Query query = Query.of(library.file("read", "is-empty").statement());
        return Boolean.TRUE.equals(read(query).rows().getFirst().get("empty"));
    }

    private void adopt(GraphFolder stage, DoubleConsumer indexed) {
        exchange.writeLock().lock();
        try {
            if (!isEmpty()) {
                throw new GraphException(
                        Kind.FAILED,
                        location()
                                + " was empty when the import began and is not now; ingest again to add to what it holds",
                        null);
            }
            open.close();
            try {
                folder.adopt(stage);
            } finally {
                open = start(folder, indexed);
            }
        } finally {
            exchange.writeLock().unlock();
        }
    }

    private <T> T with(Function<Neo4jGraph, T> work) {
        Lock lock = exchange.readLock();
        lock.lock();
        try {
            return work.apply(open);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public String location() {
        return folder.path().toString();
    }

    @Override
    public Result read(Query query, Cancellation cancellation) {
        return with(graph -> graph.read(query, cancellation));
    }

    @Override
    public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
        return with(graph -> graph.scan(query, cancellation, each));
    }

    @Override
    public Explanation explain(String statement) {
        return with(graph -> graph.explain(statement));
    }

    @Override
    public <T> T write(Work<T> work) {
        return with(graph -> graph.write(work));
    }

    @Override
    public BatchOutcome store(GraphBatch batch) {
        return with(graph -> graph.store(batch));
    }

    @Override
    public boolean undo(String sha256) {
        return with(graph -> graph.undo(sha256));
    }

    @Override
    public Optional<Ledger> ledger(String sha256) {
        return with(graph -> graph.ledger(sha256));
    }

    @Override
    public List<Ledger> ledgers() {
        return with(Neo4jGraph::ledgers);
    }

    @Override
    public String digest() {
        return with(Neo4jGraph::digest);
    }

    @Override
    public Hold hold() {
        return EndOfProcess.hold();
    }

    @Override
    public void close() {
        with(graph -> {
            graph.close();
            return "";
        });
    }
}
