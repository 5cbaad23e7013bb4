package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import java.util.Optional;

/// Where batches go: the graph, or a list in a test. Of a file one batch is stored at a time, in
/// the order of its records; batches of two files may come at once.
public interface EventSink {

    /// Stores the events and the ledger in one transaction, adding its own counts of new and known
    /// events to the ledger's.
    BatchOutcome store(GraphBatch batch);

    /// What is already stored of the file with this SHA-256. A ledger that is not `complete`
    /// belongs to an ingest that was stopped: reading goes on after its `read` records.
    Optional<Ledger> known(String sha256);
}
