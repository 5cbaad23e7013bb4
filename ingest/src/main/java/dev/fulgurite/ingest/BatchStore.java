package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/// Stores batches on a thread of its own, so that the next batch is read while this one is stored:
/// one ahead, never more.
final class BatchStore implements AutoCloseable {

    private static final BatchOutcome NOTHING = new BatchOutcome(0, 0);

    private final EventSink sink;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("store").factory());
    private @Nullable Future<BatchOutcome> running;

    BatchStore(EventSink sink) {
        this.sink = sink;
    }

    Optional<Ledger> known(String sha256) {
        return sink.known(sha256);
    }

    /// Begins to store a batch; the one before has been awaited.
    void begin(GraphBatch batch) {
        running = thread.submit(() -> sink.store(batch));
    }

    /// What became of the batch begun last; nothing when there is none.
    BatchOutcome await() {
        Future<BatchOutcome> batch = running;
        running = null;
        return batch == null ? NOTHING : Awaited.result(batch, "a batch was being stored");
    }

    @Override
    public void close() {
        thread.close();
    }
}
