package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Spacing;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What is on the canvas and where. Immutable, so that undoing is going back to an earlier one.
///
/// @param members nodes of the alert itself, as against those walked to
/// @param cuts pivots that had more results than are shown
public record CanvasState(
        Subgraph graph, Layout layout, Set<NodeRef> members, Map<Walk, Cut> cuts) {

    public static final CanvasState EMPTY =
            new CanvasState(Subgraph.EMPTY, Layout.EMPTY, Set.of(), Map.of());

    /// A pivot taken from a node.
    public record Walk(NodeRef from, String pivot, String title) {}

    /// So many results of a walk are shown.
    public record Cut(long shown, long total) {}

    public CanvasState {
        members = Set.copyOf(members);
        cuts = Collections.unmodifiableMap(new LinkedHashMap<>(cuts));
    }

    /// A story laid out afresh, for a view of this size.
    static CanvasState of(Subgraph story, double width, double height) {
        Set<NodeRef> members =
                story.nodes().stream().map(Node::ref).collect(Collectors.toUnmodifiableSet());
        Layout tight = FlowLayout.arrange(story, Spacing.STANDARD);
        Spacing spacing = Spacing.STANDARD.spreadOver(tight, width, height);
        return new CanvasState(story, FlowLayout.arrange(story, spacing), members, Map.of());
    }

    /// This with what a walk found; whatever was here stays where it was.
    CanvasState grown(Walk walk, Neighbourhood found) {
        Subgraph both = graph.plus(found.graph());
        Map<Walk, Cut> more = new LinkedHashMap<>(cuts);
        more.remove(walk);
        if (found.cut()) {
            more.put(walk, new Cut(found.shown(), found.total()));
        }
        return new CanvasState(both, FlowLayout.extend(layout, both), members, more);
    }

    CanvasState moved(String card, double x, double y) {
        return new CanvasState(graph, layout.moved(card, x, y), members, cuts);
    }

    /// Nodes on the canvas.
    public int shown() {
        return graph.nodes().size();
    }

    /// Nodes on the canvas and results that were left out.
    public long total() {
        return shown() + cuts.values().stream().mapToLong(cut -> cut.total() - cut.shown()).sum();
    }

    /// Ids of the cards that belong to the alert.
    Set<String> memberCards() {
        return layout.cards().stream()
                .filter(placed ->
                        placed.card().nodes().stream()
                                .anyMatch(node -> members.contains(node.ref())))
                .map(placed -> placed.card().id())
                .collect(Collectors.toUnmodifiableSet());
    }
}
