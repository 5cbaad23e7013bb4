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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The steps an analyst can take from a node: one file of `cypher/pivots` each, for nodes of the
/// label in its head. Its first statement finds; a second one, of a pivot that may find much, only
/// counts, which is quicker than listing.
final class Pivots {

    private static final int COUNTING = 1;

    private final InvestigationGraph graph;
    private final CypherLibrary library;

    Pivots(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    /// Those that lead somewhere, in the order of their files.
    List<PivotOffer> from(NodeRef node, @Nullable TimeRange time) {
        List<PivotOffer> offers = new ArrayList<>();
        for (CypherFile file : of(node.label())) {
            Counts counts = count(file, node, time);
            if (counts.total() > 0) {
                offers.add(
                        new PivotOffer(
                                file.id(),
                                file.head("title"),
                                counts.total(),
                                counts.rare(),
                                counts.near(),
                                counts.more()));
            }
        }
        return offers;
    }

    Neighbourhood run(NodeRef node, String id, PivotOrder order, int limit) {
        CypherFile file = file(node, id);
        return found(find(file, node, order, limit), limit, () -> count(file, node, null));
    }

    /// As [#run], with the count of its offer.
    Neighbourhood follow(NodeRef node, PivotOffer offer, int limit) {
        List<Row> rows = find(file(node, offer.id()), node, PivotOrder.UNUSUAL, limit);
        return found(
                rows,
                limit,
                () -> new Counts(offer.count(), offer.rare(), offer.near(), offer.more()));
    }

    private static Neighbourhood found(List<Row> rows, int limit, Supplier<Counts> all) {
        Subgraph found = Read.subgraph(rows);
        if (rows.size() < limit) {
            return new Neighbourhood(found, rows.size(), rows.size());
        }
        Counts counts = all.get();
        long total = Math.max(rows.size(), counts.total());
        return new Neighbourhood(found, rows.size(), total, counts.more());
    }

    /// What [#from] asks about a node.
    List<Query> counting(NodeRef node, @Nullable TimeRange time) {
        return of(node.label()).stream()
                .map(file ->
                        isCounted(file)
                                ? counting(file, node, time)
                                : finding(file, node, PivotOrder.NEWEST, Neighbourhood.LISTED))
                .toList();
    }

    /// What [#run] asks about a node, of each pivot.
    List<Query> finding(NodeRef node, int limit) {
        return of(node.label()).stream()
                .map(file -> finding(file, node, PivotOrder.UNUSUAL, limit))
                .toList();
    }

    /// The labels that pivots start at.
    Set<String> labels() {
        return library.files("pivots").stream()
                .map(file -> file.head("from"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private List<Row> find(CypherFile file, NodeRef node, PivotOrder order, int limit) {
        List<Row> rows = new ArrayList<>();
        graph.scan(finding(file, node, order, limit), rows::add);
        return rows;
    }

    private static Query finding(CypherFile file, NodeRef node, PivotOrder order, int limit) {
        Map<String, Object> parameters =
                Map.of(
                        "key",
                        node.key(),
                        "limit",
                        (long) limit,
                        "scan",
                        (long) Neighbourhood.LOOKED_AT,
                        "newest",
                        order == PivotOrder.NEWEST);
        return Query.of(file.statements().getFirst().text(), parameters);
    }

    private record Counts(long total, long rare, long near, boolean more) {}

    private static boolean isCounted(CypherFile file) {
        return file.statements().size() > COUNTING;
    }

    private Counts count(CypherFile file, NodeRef node, @Nullable TimeRange time) {
        if (!isCounted(file)) {
            int listed = find(file, node, PivotOrder.NEWEST, Neighbourhood.LISTED).size();
            return new Counts(listed, 0, 0, listed == Neighbourhood.LISTED);
        }
        Row counts = graph.read(counting(file, node, time)).rows().getFirst();
        return new Counts(
                counts.number("total"),
                counts.number("rare"),
                counts.number("near"),
                counts.number("records") >= Neighbourhood.LOOKED_AT);
    }

    private static Query counting(CypherFile file, NodeRef node, @Nullable TimeRange time) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("key", node.key());
        parameters.put("scan", (long) Neighbourhood.LOOKED_AT);
        parameters.put("from", time == null ? null : time.from());
        parameters.put("to", time == null ? null : time.to());
        return Query.of(file.statement(COUNTING), parameters);
    }

    private CypherFile file(NodeRef node, String id) {
        return of(node.label()).stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(node, id));
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
