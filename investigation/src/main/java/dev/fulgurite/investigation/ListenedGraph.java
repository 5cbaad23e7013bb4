package dev.fulgurite.investigation;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A graph that tells what it is asked to read. It belongs to whoever opened the other one and is
/// not closed by itself.
record ListenedGraph(InvestigationGraph graph, Consumer<Query> heard)
        implements InvestigationGraph {

    @Override
    public Result read(Query query, Cancellation cancellation) {
        heard.accept(query);
        return graph.read(query, cancellation);
    }

    @Override
    public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
        heard.accept(query);
        return graph.scan(query, cancellation, each);
    }

    @Override
    public String location() {
        return graph.location();
    }

    @Override
    public Explanation explain(String statement) {
        return graph.explain(statement);
    }

    @Override
    public <T> T write(Work<T> work) {
        return graph.write(work);
    }

    @Override
    public BatchOutcome store(GraphBatch batch) {
        return graph.store(batch);
    }

    @Override
    public boolean undo(String sha256) {
        return graph.undo(sha256);
    }

    @Override
    public Optional<FirstImport> firstImport() {
        return graph.firstImport();
    }

    @Override
    public Optional<Ledger> ledger(String sha256) {
        return graph.ledger(sha256);
    }

    @Override
    public List<Ledger> ledgers() {
        return graph.ledgers();
    }

    @Override
    public String digest() {
        return graph.digest();
    }

    @Override
    public Hold hold() {
        return graph.hold();
    }

    @Override
    public void close() {}
}
