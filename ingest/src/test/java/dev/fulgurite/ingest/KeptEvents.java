package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A sink that keeps what it is given, counting and resuming as the graph does.
final class KeptEvents implements EventSink {

    private final Map<String, GraphEvent> events = new LinkedHashMap<>();
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private final List<Integer> batchSizes = new ArrayList<>();
    private int batchesUntilFailure = Integer.MAX_VALUE;

    void failAfter(int batches) {
        batchesUntilFailure = batches;
    }

    @Override
    public synchronized BatchOutcome store(GraphBatch batch) {
        if (batchesUntilFailure-- == 0) {
            throw new IllegalStateException("the store is gone");
        }
        batchSizes.add(batch.events().size());
        long stored = 0;
        for (GraphEvent event : batch.events()) {
            stored +=
                    events.putIfAbsent(event.carrier().kind() + event.id(), event) == null ? 1 : 0;
        }
        long duplicate = batch.events().size() - stored;
        keep(batch.ledger(), stored, duplicate);
        return new BatchOutcome(stored, duplicate);
    }

    private void keep(Ledger given, long stored, long duplicate) {
        Ledger before = ledgers.get(given.sha256());
        if (before != null && before.complete()) {
            return;
        }
        List<Reject> rejects =
                Stream.concat(
                                before == null ? Stream.of() : before.rejects().stream(),
                                given.rejects().stream())
                        .toList();
        Ledger ledger =
                new Ledger(
                        given.sha256(),
                        given.name(),
                        given.archive(),
                        given.size(),
                        given.format(),
                        given.tables(),
                        given.columns(),
                        given.read(),
                        (before == null ? 0 : before.stored()) + stored,
                        (before == null ? 0 : before.duplicate()) + duplicate,
                        given.outOfScope(),
                        given.rejected(),
                        given.reason(),
                        rejects,
                        given.coverage(),
                        given.complete());
        if (!ledger.closes()) {
            throw new IllegalStateException("stored with a ledger that does not close: " + ledger);
        }
        ledgers.put(ledger.sha256(), ledger);
    }

    @Override
    public synchronized Optional<Ledger> known(String sha256) {
        return Optional.ofNullable(ledgers.get(sha256));
    }

    List<GraphEvent> events() {
        return List.copyOf(events.values());
    }

    List<GraphEvent> events(String kind) {
        return events().stream().filter(event -> event.carrier().kind().equals(kind)).toList();
    }

    /// Distinct keys of the entities of a label.
    List<String> keys(String label) {
        return events().stream()
                .flatMap(event -> event.entities().stream())
                .filter(entity -> entity.ref().label().equals(label))
                .map(entity -> entity.ref().key())
                .distinct()
                .sorted()
                .toList();
    }

    List<Integer> batchSizes() {
        return batchSizes;
    }
}
