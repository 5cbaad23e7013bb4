package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.neo4j.bulk.BulkStore;
import dev.fulgurite.graph.neo4j.bulk.EventFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/// An import into a graph folder of its own inside the one it is for. Events whose id was met
/// before are set aside and stored into the new graph as any later batch is, so that one place
/// knows what a duplicate adds.
final class StagedImport implements FirstImport {

    private static final int ASIDE_BATCH = 2_000;

    /// The rest of the time the database indexes them.
    private static final double PART_OF_ELEMENTS = 0.6;

    private final GraphFolder stage;
    private final Adoption adopt;
    private final BulkStore store;
    private final EventFile aside;
    private final ImportedElements elements;
    private final ImportedLedgers ledgers = new ImportedLedgers();
    private final List<Aside> asides = new ArrayList<>();

    /// Puts the stage's database in the place of the graph's.
    interface Adoption {

        /// Does it.
        ///
        /// @param indexed is told what part of the indexes is made, from 0 to 1
        void of(GraphFolder stage, DoubleConsumer indexed);
    }

    /// So many events set aside one after the other.
    ///
    /// @param counts whether the file's ledger counts them: not when it was read to its end before
    private record Aside(String sha256, boolean counts, long events) {}

    /// @param stage is emptied
    StagedImport(GraphFolder stage, CypherLibrary library, Adoption adopt) {
        this.stage = stage;
        this.adopt = adopt;
        try {
            store = new BulkStore(stage.path().resolve("elements"));
            aside = new EventFile(stage.path().resolve("aside"));
        } catch (IOException e) {
            throw failed(e);
        }
        elements = new ImportedElements(store, new Schema(library));
    }

    @Override
    public synchronized BatchOutcome store(GraphBatch batch) {
        long stored = 0;
        long setAside = 0;
        try {
            for (GraphEvent event : batch.events()) {
                boolean isNew = elements.isNew(event);
                stored += isNew ? 1 : 0;
                if (!isNew || !elements.add(event, batch.ledger().sha256())) {
                    aside.add(event);
                    setAside++;
                }
            }
            BatchOutcome outcome = new BatchOutcome(stored, batch.events().size() - stored);
            boolean counts = ledgers.add(batch.ledger(), outcome, setAside, elements);
            if (batch.ledger().complete()) {
                elements.endFile(batch.ledger().sha256());
            }
            note(new Aside(batch.ledger().sha256(), counts, setAside));
            return outcome;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized Optional<Ledger> ledger(String sha256) {
        return ledgers.ledger(sha256);
    }

    @Override
    public synchronized void finish(DoubleConsumer done) {
        DoubleConsumer indexed =
                part -> done.accept(PART_OF_ELEMENTS + part * (1 - PART_OF_ELEMENTS));
        try {
            elements.end();
            ledgers.end(elements);
            EmbeddedDatabase.furnishImport(stage);
            store.build(
                    stage.database(),
                    EmbeddedDatabase.settings(stage),
                    part -> done.accept(part * PART_OF_ELEMENTS));
            if (!asides.isEmpty()) {
                try (InvestigationGraph graph = EmbeddedGraph.open(stage, indexed)) {
                    storeAside(graph);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw failed(e);
        }
        adopt.of(stage, indexed);
        done.accept(1);
    }

    private void note(Aside next) {
        Aside last = asides.isEmpty() ? null : asides.getLast();
        if (last != null && last.sha256().equals(next.sha256()) && last.counts() == next.counts()) {
            asides.removeLast();
            asides.add(new Aside(next.sha256(), next.counts(), last.events() + next.events()));
        } else if (next.events() > 0) {
            asides.add(next);
        }
    }

    private void storeAside(InvestigationGraph graph) throws IOException {
        try (EventFile.Reading events = aside.read()) {
            for (Aside each : asides) {
                for (long left = each.events(); left > 0; left -= ASIDE_BATCH) {
                    List<GraphEvent> batch = events.next((int) Math.min(left, ASIDE_BATCH));
                    Ledger ledger = ledgers.forAside(each.sha256(), batch.size());
                    graph.store(new GraphBatch(batch, ledger));
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        try (store;
                aside) {
            // Their files go with the stage.
        } catch (IOException e) {
            throw failed(e);
        } finally {
            stage.delete();
        }
    }

    private RuntimeException failed(Exception e) {
        Optional<GraphException> full =
                FullDisk.behind(
                        e,
                        stage.path().resolve("..").normalize(),
                        "The graph is as it was before the import.");
        if (full.isEmpty() && e instanceof RuntimeException unforeseen) {
            return unforeseen;
        }
        return full.orElseGet(() ->
                new GraphException(
                        Kind.FAILED,
                        "the import beside the graph failed in " + stage.path() + ": " + e,
                        e));
    }
}
