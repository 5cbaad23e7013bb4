package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the evidence files hold, read anew only after something was stored or taken back: ledgers
/// and gaps are the greater part of a run over a graph in which nothing changed.
final class LastIngested {

    private record Known(List<String> batches, Ingested ingested) {}

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private volatile @Nullable Known known;

    LastIngested(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /// As it is in the graph now, whoever stored it.
    Ingested now() {
        List<String> batches = batches();
        Known last = known;
        if (last == null || !last.batches().equals(batches)) {
            last = new Known(batches, Ingested.in(graph, library));
            known = last;
        }
        return last.ingested();
    }

    /// The last batch that was stored of each file: another one, or another file, is news.
    private List<String> batches() {
        Query query = Query.of(library.file("read", "last-batches").statement());
        return graph.read(query).rows().stream().map(row -> row.text("batch")).toList();
    }
}
