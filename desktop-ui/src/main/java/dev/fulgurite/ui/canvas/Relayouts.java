package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.ForceLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Layouts on demand: the cards stay what they are, only their places change. What is pinned or out
/// of sight stays where it is.
final class Relayouts {

    private final Content content;
    private final Layout layout;
    private final Set<NodeRef> inSight;

    Relayouts(Content content) {
        this.content = content;
        this.layout = content.layout();
        this.inSight = Content.refs(content.inSight());
    }

    Layout laidOut(CanvasAction.Relayout.Style style) {
        return switch (style) {
            case FLOW -> flow();
            case FORCE -> force();
        };
    }

    private Layout flow() {
        Subgraph graph = content.inSight();
        Layout fresh = FlowLayout.arrange(graph, layout.spacing());
        Map<NodeRef, Placed> at = new HashMap<>();
        for (Placed placed : fresh.cards()) {
            for (Node node : placed.card().nodes()) {
                at.put(node.ref(), placed);
            }
        }
        Set<String> staying = new HashSet<>();
        layout.cards().stream().filter(this::stays).forEach(p -> staying.add(p.card().id()));
        Room room = new Room(layout, p -> staying.contains(p.card().id()) && seen(p));
        List<Placed> cards = new ArrayList<>();
        for (Placed placed : layout.cards()) {
            Placed wish = at.get(first(placed));
            if (wish == null || staying.contains(placed.card().id())) {
                cards.add(placed);
            } else {
                double[] free = room.take(wish.x(), wish.y());
                cards.add(new Placed(placed.card(), wish.rank(), free[0], free[1]));
            }
        }
        return new Layout(layout.spacing(), cards, new TreeMap<>(fresh.columns()));
    }

    private Layout force() {
        List<Placed> seen = layout.cards().stream().filter(this::seen).toList();
        Set<String> staying = new HashSet<>();
        seen.stream().filter(this::stays).forEach(p -> staying.add(p.card().id()));
        Layout start = new Layout(layout.spacing(), seen, layout.columns());
        Layout settled = ForceLayout.arrange(content.inSight(), start, staying);
        List<Placed> cards = new ArrayList<>();
        for (Placed placed : layout.cards()) {
            Placed at = settled.card(placed.card().id()).orElse(placed);
            cards.add(new Placed(placed.card(), placed.rank(), at.x(), at.y()));
        }
        return new Layout(layout.spacing(), cards, Map.of());
    }

    private boolean seen(Placed placed) {
        return Changes.holds(placed, inSight);
    }

    private boolean stays(Placed placed) {
        return !seen(placed) || Changes.holds(placed, content.marks().pinned());
    }

    private NodeRef first(Placed placed) {
        return placed.card().nodes().stream()
                .map(Node::ref)
                .filter(inSight::contains)
                .findFirst()
                .orElse(placed.card().nodes().getFirst().ref());
    }
}
