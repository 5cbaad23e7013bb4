package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The steps an analyst can take from a node: one file of `cypher/pivots` each, for nodes of the
/// label in its head.
final class Pivots {

    private final InvestigationGraph graph;
    private final CypherLibrary library;

    Pivots(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    List<PivotOffer> from(NodeRef node) {
        List<PivotOffer> offers = new ArrayList<>();
        for (CypherFile file : of(node.label())) {
            long count = run(file, node, 0).total();
            if (count > 0) {
                offers.add(new PivotOffer(file.id(), file.head("title"), count));
            }
        }
        return offers;
    }

    Neighbourhood run(NodeRef node, String id, int limit) {
        CypherFile file =
                of(node.label()).stream()
                        .filter(candidate -> candidate.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> unknown(node, id));
        return run(file, node, limit);
    }

    private Neighbourhood run(CypherFile file, NodeRef node, int limit) {
        Map<String, Object> parameters =
                Map.of("key", node.key(), "limit", (long) Neighbourhood.COUNTED);
        List<Row> shown = new ArrayList<>();
        long[] total = new long[1];
        graph.scan(
                Query.of(file.statement(), parameters),
                row -> {
                    if (total[0]++ < limit) {
                        shown.add(row);
                    }
                });
        Subgraph found = Read.subgraph(shown);
        return new Neighbourhood(found, shown.size(), total[0]);
    }

    private List<CypherFile> of(String label) {
        return library.files("pivots").stream()
                .filter(file -> file.head("from").equals(label))
                .toList();
    }

    private InvestigationException unknown(NodeRef node, String id) {
        List<String> known = of(node.label()).stream().map(CypherFile::id).toList();
        return new InvestigationException(
                Kind.UNKNOWN_PIVOT,
                "no pivot from a "
                        + node.label()
                        + " is called "
                        + id
                        + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
    }
}
