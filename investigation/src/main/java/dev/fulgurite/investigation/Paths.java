package dev.fulgurite.investigation;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.FoundPaths.Trail;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Shortest paths between two nodes. The store looks from both ends at once, so that a node of a
/// million neighbours is only walked through when there is no shorter way; time is bounded all the
/// same.
final class Paths {

    /// Rows beyond this many are not read: two nodes with a thousand relationships between them
    /// make a thousand rows of one path.
    static final int COUNTED = 2_000;

    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Set<String> known;

    Paths(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        Schema schema = new Schema(library);
        this.known = new TreeSet<>(schema.types());
        known.removeIf(type -> !schema.bearsEvidence(type));
    }

    Set<String> types() {
        return new TreeSet<>(known);
    }

    FoundPaths between(Node from, Node to, PathSearch search) {
        for (String type : search.types()) {
            if (!known.contains(type)) {
                throw new InvestigationException(
                        Kind.UNKNOWN_TYPE,
                        "no path goes over " + type + "; there are " + String.join(", ", known));
            }
        }
        if (from.ref().equals(to.ref())) {
            return new FoundPaths(List.of(new Trail(List.of(from), List.of())), 1, false, false);
        }
        if (search.all()) {
            try {
                return found(rows("paths", from.ref(), to.ref(), search), search.most());
            } catch (GraphException e) {
                if (e.kind() != GraphException.Kind.TIMED_OUT) {
                    throw e;
                }
            }
        }
        FoundPaths one = found(rows("path", from.ref(), to.ref(), search), 1);
        return search.all() ? new FoundPaths(one.trails(), one.total(), false, true) : one;
    }

    private List<Row> rows(String id, NodeRef from, NodeRef to, PathSearch search) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("fromLabel", from.label());
        parameters.put("fromKey", from.key());
        parameters.put("toLabel", to.label());
        parameters.put("toKey", to.key());
        parameters.put("types", List.copyOf(search.types().isEmpty() ? known : search.types()));
        parameters.put("longest", (long) search.longest());
        if (search.all()) {
            parameters.put("limit", (long) COUNTED);
        }
        String statement = library.file("read", id).statement();
        return graph.read(Query.of(statement, parameters).limitedTo(COUNTED, TIMEOUT)).rows();
    }

    /// Rows that go through the same nodes are one path.
    private static FoundPaths found(List<Row> rows, int most) {
        Map<String, Trail> byNodes = new TreeMap<>();
        for (Row row : rows) {
            Trail trail =
                    new Trail(row.list("nodes", Node.class), row.list("steps", Relationship.class));
            String name =
                    trail.nodes().stream()
                            .map(node -> node.ref() + "\n")
                            .reduce("", String::concat);
            byNodes.merge(name, trail, Paths::firstByName);
        }
        List<Trail> all = List.copyOf(byNodes.values());
        return new FoundPaths(
                all.subList(0, Math.min(most, all.size())),
                all.size(),
                rows.size() == COUNTED,
                false);
    }

    private static Trail firstByName(Trail a, Trail b) {
        List<Relationship> steps = new ArrayList<>();
        for (int i = 0; i < a.steps().size(); i++) {
            Relationship one = a.steps().get(i);
            Relationship other = b.steps().get(i);
            steps.add(one.ref().compareTo(other.ref()) <= 0 ? one : other);
        }
        return new Trail(a.nodes(), steps);
    }
}
