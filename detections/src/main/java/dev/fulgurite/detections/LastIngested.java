package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// What follows from the evidence alone, read anew only after something was stored or taken back:
/// ledgers and gaps are the greater part of a run over a graph in which nothing changed.
final class LastIngested<T> {

    private record Known<T>(List<String> batches, T what) {}

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final BiFunction<InvestigationGraph, CypherLibrary, T> read;
    private volatile @Nullable Known<T> known;

    LastIngested(
            InvestigationGraph graph,
            CypherLibrary library,
            BiFunction<InvestigationGraph, CypherLibrary, T> read) {
        this.graph = graph;
        this.library = library;
        this.read = read;
    }

    /// As it is in the graph now, whoever stored it.
    T now() {
        List<String> batches = batches();
        Known<T> last = known;
        if (last == null || !last.batches().equals(batches)) {
            last = new Known<>(batches, read.apply(graph, library));
            known = last;
        }
        return last.what();
    }

    /// The last batch that was stored of each file: another one, or another file, is news.
    private List<String> batches() {
        Query query = Query.of(library.file("read", "last-batches").statement());
        return graph.read(query).rows().stream().map(row -> row.text("batch")).toList();
    }
}
