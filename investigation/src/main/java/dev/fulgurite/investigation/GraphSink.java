package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.EventSink;
import java.util.Optional;

/// Lets ingest write into the graph, which it does not know.
record GraphSink(InvestigationGraph graph) implements EventSink {

    @Override
    public BatchOutcome store(GraphBatch batch) {
        return graph.store(batch);
    }

    @Override
    public Optional<Ledger> known(String sha256) {
        return graph.ledger(sha256);
    }
}
