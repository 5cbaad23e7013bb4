package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes one card of many, and many of one.
final class Stacks {

    private final Content content;
    private final Layout layout;

    Stacks(Content content) {
        this.content = content;
        this.layout = content.layout();
    }

    /// One card for the nodes of each kind, where the first of them stood.
    Layout grouped(Set<NodeRef> nodes) {
        Set<NodeRef> inSight = Content.refs(content.inSight());
        Map<String, List<Placed>> alike = new LinkedHashMap<>();
        for (Placed placed : layout.cards()) {
            Card card = placed.card();
            boolean simple = card.isStack() || card.nodes().size() == 1;
            boolean seen = card.nodes().stream().allMatch(node -> inSight.contains(node.ref()));
            if (simple && seen && Changes.holds(placed, nodes)) {
                String label = card.nodes().getFirst().label();
                alike.computeIfAbsent(label, l -> new ArrayList<>()).add(placed);
            }
        }
        List<Placed> cards = new ArrayList<>(layout.cards());
        for (List<Placed> same : alike.values()) {
            if (same.size() > 1) {
                int first = cards.indexOf(same.getFirst());
                cards.set(first, stack(same));
                cards.removeAll(same);
            }
        }
        return refreshed(cards);
    }

    private static Placed stack(List<Placed> cards) {
        List<Node> nodes =
                cards.stream()
                        .map(Placed::card)
                        .map(Card::nodes)
                        .flatMap(Collection::stream)
                        .toList();
        Placed first = cards.getFirst();
        String id = nodes.getFirst().ref() + " ×" + nodes.size();
        return new Placed(blank(id, first.card(), nodes, true), first.rank(), first.x(), first.y());
    }

    /// A card each for the nodes of a stack that are in sight; those beyond the budget stay
    /// together.
    Layout ungrouped(String id) {
        Optional<Placed> found = layout.card(id).filter(placed -> placed.card().isStack());
        if (found.isEmpty()) {
            return layout;
        }
        Placed stack = found.get();
        Set<NodeRef> inSight = Content.refs(content.inSight());
        List<Node> single =
                stack.card().nodes().stream()
                        .filter(node -> inSight.contains(node.ref()))
                        .limit(CanvasState.BUDGET)
                        .toList();
        List<Node> rest = new ArrayList<>(stack.card().nodes());
        rest.removeAll(single);
        List<Placed> cards = new ArrayList<>(layout.cards());
        cards.remove(stack);
        Room room = new Room(layout, placed -> !placed.equals(stack) || !rest.isEmpty());
        if (!rest.isEmpty()) {
            Card less = blank(id, stack.card(), rest, true);
            cards.add(new Placed(less, stack.rank(), stack.x(), stack.y()));
        }
        for (Node node : single) {
            double[] place = room.take(stack.x(), stack.y());
            Card own = blank(node.ref().toString(), stack.card(), List.of(node), false);
            cards.add(new Placed(own, stack.rank(), place[0], place[1]));
        }
        return refreshed(cards);
    }

    /// A card whose words are filled in when the layout is refreshed.
    private static Card blank(String id, Card like, List<Node> nodes, boolean stack) {
        return new Card(id, like.kind(), nodes, "", List.of(), "", like.at(), stack);
    }

    private Layout refreshed(List<Placed> cards) {
        if (cards.equals(layout.cards())) {
            return layout;
        }
        Subgraph graph = content.graph();
        return FlowLayout.extend(new Layout(layout.spacing(), cards, layout.columns()), graph);
    }
}
