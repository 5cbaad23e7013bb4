package dev.fulgurite.graph;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// Fills an empty graph with much at once, several times as fast as batch by batch. What is stored
/// is built beside the graph and becomes the graph when all is in: [#finish]. Until then the graph
/// stays empty, and an import that is closed or killed before leaves nothing behind. The graph is
/// then what it would be had each batch been given to [InvestigationGraph#store].
///
/// Safe for use by several threads; of a file one batch is stored at a time.
public interface FirstImport extends AutoCloseable {

    /// As [InvestigationGraph#store], of this import.
    BatchOutcome store(GraphBatch batch);

    /// As [InvestigationGraph#ledger], of this import.
    Optional<Ledger> ledger(String sha256);

    /// Makes what was stored the graph.
    default void finish() {
        finish(_ -> {});
    }

    /// As [#finish()], telling now and then what part of it is done, from 0 to 1.
    void finish(DoubleConsumer done);

    /// Throws away what was not finished.
    @Override
    void close();
}
