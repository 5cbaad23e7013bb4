package dev.fulgurite.detections.link;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What is to be looked at again, by the files of `cypher/touched`: machines, operations. A file
/// tells those of which something was read or taken back since all links were made, each with its
/// weight.
final class Touched {

    private static final int WEIGHT = 20_000;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Map<String, List<List<String>>> portions = new TreeMap<>();

    Touched(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /// What the link is to look at, in portions of about [#WEIGHT]: as it is when the first link of
    /// the kind asks.
    List<List<String>> portions(LinkFile link) {
        if (!library.has("touched", link.per())) {
            List<String> kinds = library.files("touched").stream().map(CypherFile::id).toList();
            throw link.file().refused(1, "a link is made 'per:' one of " + kinds);
        }
        return portions.computeIfAbsent(
                link.per(), kind -> portions(library.file("touched", kind)));
    }

    private List<List<String>> portions(CypherFile file) {
        List<List<String>> portions = new ArrayList<>();
        long[] weight = {WEIGHT};
        graph.scan(
                Query.of(file.statement(0)),
                row -> {
                    if (weight[0] >= WEIGHT) {
                        portions.add(new ArrayList<>());
                        weight[0] = 0;
                    }
                    portions.getLast().add(row.text("subject"));
                    weight[0] += 1 + row.number("weight");
                });
        return portions;
    }
}
