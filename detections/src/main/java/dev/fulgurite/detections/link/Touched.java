package dev.fulgurite.detections.link;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What is to be looked at again, by the files of `cypher/touched`: machines, operations. A file
/// tells those of which something was read or taken back, each with its weight, and, where names of
/// one thing may turn out to be another thing, the thing of each name.
final class Touched {

    private static final int WEIGHT = 20_000;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Map<String, Map<String, String>> before = new TreeMap<>();
    private final Map<String, List<List<String>>> portions = new TreeMap<>();

    /// To be made before any link runs.
    Touched(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        library.files("touched").forEach(file -> before.put(file.id(), subjects(file)));
    }

    /// What the link is to look at, in portions of about [#WEIGHT]: as it is when the first link of
    /// the kind asks.
    List<List<String>> portions(LinkFile link) {
        if (!before.containsKey(link.per())) {
            throw link.file().refused(1, "a link is made 'per:' one of " + before.keySet());
        }
        return portions.computeIfAbsent(
                link.per(), kind -> portions(library.file("touched", kind)));
    }

    private List<List<String>> portions(CypherFile file) {
        List<List<String>> portions = new ArrayList<>();
        long[] weight = {WEIGHT};
        graph.scan(
                Query.of(file.statement(0), Map.of("moved", moved(file))),
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

    /// Where a name turned out to be another thing than before, both things.
    private List<String> moved(CypherFile file) {
        Map<String, String> after = subjects(file);
        Set<String> moved = new TreeSet<>();
        before.getOrDefault(file.id(), Map.of())
                .forEach((face, subject) -> {
                    if (!subject.equals(after.get(face))) {
                        moved.add(subject);
                        moved.add(after.getOrDefault(face, subject));
                    }
                });
        return List.copyOf(moved);
    }

    /// Of which thing each name is; none where a thing has one name alone.
    private Map<String, String> subjects(CypherFile file) {
        Map<String, String> subjects = new HashMap<>();
        if (file.statements().size() > 1) {
            graph.scan(
                    Query.of(file.statement(1)),
                    row -> subjects.put(row.text("face"), row.text("subject")));
        }
        return subjects;
    }
}
