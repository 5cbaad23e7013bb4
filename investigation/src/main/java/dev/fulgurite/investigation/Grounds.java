package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The fewest records that carry every hop of a case. Relationships of one type between the same
/// two nodes are one hop, which any of their records carries; that an operation succeeded is a hop
/// of its own. Chosen greedily, the record that carries most first, so that it is small and always
/// the same.
final class Grounds {

    private final Map<String, Set<Evidence>> hops = new LinkedHashMap<>();
    private final Set<Evidence> smallest = new LinkedHashSet<>();
    private final Set<Evidence> all = new LinkedHashSet<>();

    Grounds(Subgraph graph, EvidenceOf evidence) {
        Map<NodeRef, Node> nodes = new LinkedHashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.ref(), node));
        graph.relationships().forEach(link -> add(link, nodes, evidence));
        outcomes(graph, evidence);
        choose();
    }

    private void add(Relationship link, Map<NodeRef, Node> nodes, EvidenceOf evidence) {
        Node from = nodes.get(link.from());
        Node to = nodes.get(link.to());
        if (from == null || to == null) {
            return;
        }
        List<Evidence> own = evidence.relationship(link);
        note(
                Wording.name(from) + " " + link.type() + " " + Wording.name(to),
                own.isEmpty() ? evidence.node(from) : own);
    }

    private void note(String told, List<Evidence> records) {
        hops.computeIfAbsent(told, _ -> new LinkedHashSet<>()).addAll(records);
        all.addAll(records);
    }

    private void outcomes(Subgraph graph, EvidenceOf evidence) {
        for (Relationship belongs : evidence.events().relationships()) {
            for (Node event : evidence.events().nodes()) {
                if (belongs.type().equals("OF")
                        && event.ref().equals(belongs.from())
                        && "SUCCESS".equals(event.get("status"))) {
                    outcome(belongs, graph, evidence.node(event));
                }
            }
        }
    }

    private void outcome(Relationship belongs, Subgraph graph, List<Evidence> records) {
        graph.nodes().stream()
                .filter(node -> node.ref().equals(belongs.to()))
                .forEach(node -> note(Wording.name(node) + " succeeded", records));
    }

    private void choose() {
        List<Set<Evidence>> open =
                new ArrayList<>(hops.values().stream().filter(each -> !each.isEmpty()).toList());
        while (!open.isEmpty()) {
            Evidence best =
                    open.stream()
                            .flatMap(Set::stream)
                            .distinct()
                            .max(
                                    Comparator.<Evidence>comparingLong(
                                                    record -> carried(open, record))
                                            .thenComparing(
                                                    Evidence::toString, Comparator.reverseOrder()))
                            .orElseThrow();
            smallest.add(best);
            open.removeIf(records -> records.contains(best));
        }
    }

    private static long carried(List<Set<Evidence>> open, Evidence record) {
        return open.stream().filter(records -> records.contains(record)).count();
    }

    /// The hops in words, each with the chosen records that carry it.
    Map<String, List<Evidence>> hops() {
        Map<String, List<Evidence>> told = new LinkedHashMap<>();
        hops.forEach((hop, records) ->
                told.put(hop, smallest.stream().filter(records::contains).toList()));
        return told;
    }

    List<Evidence> smallest() {
        return List.copyOf(smallest);
    }

    int records() {
        return all.size();
    }
}
