package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Faces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The cards and lines of a subgraph. The faces of one thing are one card. When there are many
/// nodes of one kind, those with the same neighbours become one card: forty scripts that say the
/// same are one fact.
final class Cards {

    /// So many nodes of one kind still stand each on its own.
    static final int MANY = 8;

    /// Fewer alike nodes than this are not worth a stack.
    private static final int ALIKE = 3;

    private static final Comparator<Relationship> BY_TIME =
            Comparator.comparing(Cards::at).thenComparing(Relationship::ref);

    private Cards() {}

    /// Cards of some nodes of a graph, ordered by time.
    static List<Card> of(Collection<Node> nodes, Subgraph graph) {
        CardFaces text = new CardFaces(graph);
        List<Card> cards = new ArrayList<>();
        List<Node> single = new ArrayList<>();
        for (List<Node> thing : things(nodes, graph)) {
            if (thing.size() > 1) {
                cards.add(text.faces(thing));
            } else {
                single.addAll(thing);
            }
        }
        Map<String, Integer> ofLabel = new HashMap<>();
        single.forEach(node -> ofLabel.merge(node.label(), 1, Integer::sum));
        for (List<Node> alike : alike(single, graph)) {
            int kin = ofLabel.getOrDefault(alike.getFirst().label(), 0);
            if (kin > MANY && alike.size() >= ALIKE) {
                cards.add(text.stack(alike));
            } else {
                alike.forEach(node -> cards.add(text.face(node)));
            }
        }
        cards.sort(Comparator.comparing(Card::at).thenComparing(Card::id));
        return cards;
    }

    private static Collection<List<Node>> things(Collection<Node> nodes, Subgraph graph) {
        Faces faces = new Faces(graph);
        Map<NodeRef, List<Node>> things = new LinkedHashMap<>();
        for (Node node : nodes) {
            things.computeIfAbsent(faces.of(node.ref()), f -> new ArrayList<>()).add(node);
        }
        return things.values();
    }

    private static Collection<List<Node>> alike(List<Node> nodes, Subgraph graph) {
        Map<NodeRef, Set<String>> neighbours = neighbours(nodes, graph);
        Map<List<Object>, List<Node>> alike = new LinkedHashMap<>();
        for (Node node : nodes) {
            List<Object> trait =
                    List.of(node.label(), neighbours.getOrDefault(node.ref(), Set.of()));
            alike.computeIfAbsent(trait, t -> new ArrayList<>()).add(node);
        }
        return alike.values();
    }

    /// One line for all relationships of one type between two cards, in the order of the graph.
    static List<Link> links(Subgraph graph, Layout layout) {
        Map<NodeRef, String> cardOf = new HashMap<>();
        for (Layout.Placed placed : layout.cards()) {
            placed.card().nodes().forEach(node -> cardOf.put(node.ref(), placed.card().id()));
        }
        Map<List<String>, List<Relationship>> merged = new LinkedHashMap<>();
        for (Relationship one : graph.relationships()) {
            String from = cardOf.get(one.from());
            String to = cardOf.get(one.to());
            if (from != null && to != null && !from.equals(to)) {
                merged.computeIfAbsent(List.of(from, to, one.type()), k -> new ArrayList<>())
                        .add(one);
            }
        }
        Faces faces = new Faces(graph);
        List<Link> links = new ArrayList<>();
        merged.forEach((ends, ones) -> {
            ones.sort(BY_TIME);
            links.add(new Link(ends.get(0), ends.get(1), ends.get(2), ones, times(ones, faces)));
        });
        links.sort(Comparator.comparing(Link::id));
        return links;
    }

    /// How often it happened: what two logs saw of one session, each under its own key, happened
    /// once.
    private static int times(List<Relationship> ones, Faces faces) {
        Relationship any = ones.getFirst();
        if (!Faces.isSession(any.from()) && !Faces.isSession(any.to())) {
            return ones.size();
        }
        Map<List<NodeRef>, Map<List<NodeRef>, Integer>> seen = new HashMap<>();
        for (Relationship one : ones) {
            seen.computeIfAbsent(
                            List.of(faces.of(one.from()), faces.of(one.to())), k -> new HashMap<>())
                    .merge(List.of(one.from(), one.to()), 1, Integer::sum);
        }
        return seen.values().stream().mapToInt(keys -> Collections.max(keys.values())).sum();
    }

    private static Map<NodeRef, Set<String>> neighbours(List<Node> of, Subgraph graph) {
        Map<NodeRef, Set<String>> neighbours = new HashMap<>();
        of.forEach(node -> neighbours.put(node.ref(), new TreeSet<>()));
        for (Relationship one : graph.relationships()) {
            Set<String> ofFrom = neighbours.get(one.from());
            if (ofFrom != null) {
                ofFrom.add(one.type() + " to " + one.to());
            }
            Set<String> ofTo = neighbours.get(one.to());
            if (ofTo != null) {
                ofTo.add(one.type() + " from " + one.from());
            }
        }
        return neighbours;
    }

    private static Instant at(Relationship one) {
        return one.get("at") instanceof Instant at ? at : Instant.MAX;
    }
}
