package dev.fulgurite.graph;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The graph of one investigation, wherever it is stored. Open one with
/// `dev.fulgurite.graph.neo4j.Neo4jGraphs`; the schema is in place by then. Safe for use by several
/// threads. Every method throws [GraphException] when the store fails.
///
/// ```java
/// try (InvestigationGraph graph = Neo4jGraphs.embedded(folder)) {
///     Result hosts = graph.read(Query.of("MATCH (h:Host) RETURN h.key AS key"));
/// }
/// ```
public interface InvestigationGraph extends AutoCloseable {

    /// Where it is: a folder or a server address, fit for a message.
    String location();

    /// Reads with the server's own guarantee that nothing is written; at most `query.maxRows()`
    /// rows, in at most `query.timeout()`, until [Cancellation#current()] is cancelled.
    default Result read(Query query) {
        return read(query, Cancellation.current());
    }

    /// As [#read(Query)]; another thread may give it up.
    Result read(Query query, Cancellation cancellation);

    /// As [#read(Query)], row by row without a limit on rows: memory stays flat.
    ///
    /// @return the columns, also where there is no row
    default List<String> scan(Query query, Consumer<Row> each) {
        return scan(query, Cancellation.current(), each);
    }

    /// As [#scan(Query, Consumer)]; another thread may give it up. The rows that came before are
    /// handed over all the same.
    List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each);

    /// What a statement would do, without running it; one that is wrong is a
    /// [GraphException.Kind#BAD_QUERY].
    Explanation explain(String statement);

    /// Runs writing statements in one transaction: all of it or nothing. The work may be run again
    /// from its start when the server asks for a retry, so it keeps no state of its own between
    /// attempts.
    <T> T write(Work<T> work);

    /// Stores a batch of events with its ledger entry in one transaction. Storing the same batch
    /// again changes nothing but reports every event as a duplicate.
    BatchOutcome store(GraphBatch batch);

    /// Takes the import of a file back: what it alone tells of goes, what other files tell of stays
    /// as they tell it, and the digest is that of a graph that never had it. An undo that was cut
    /// short is finished when the graph is opened next. What was inferred is left to the links.
    ///
    /// @return false when the graph knows no such file
    boolean undo(String sha256);

    /// A faster way to fill this graph; none when it holds something, is a server's, or is shared
    /// with another process that has it open.
    default Optional<FirstImport> firstImport() {
        return Optional.empty();
    }

    /// The ledger of a file by the SHA-256 of its bytes, if any of it was stored.
    Optional<Ledger> ledger(String sha256);

    /// The ledgers of all files that were read, by name; their rejects are left out.
    List<Ledger> ledgers();

    /// SHA-256, in hex, over the observed nodes and relationships in a canonical order: equal for
    /// any order, split or repetition of the same evidence, and for either store.
    String digest();

    /// Until this is closed the end of the process leaves the graph open, for a minute at most.
    Hold hold();

    @Override
    void close();

    /// See [#hold()].
    @FunctionalInterface
    interface Hold extends AutoCloseable {
        @Override
        void close();
    }

    /// What to do in one writing transaction.
    @FunctionalInterface
    interface Work<T> {
        T in(Transaction transaction);
    }

    /// A writing transaction that is open only while its [Work] runs.
    interface Transaction {
        List<Row> run(String statement, Map<String, ? extends @Nullable Object> parameters);
    }
}
