package dev.fulgurite.ui.desk;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// Lets canvas and timeline follow each other: the timeline shows what is on the canvas, what is
/// selected on one is selected on the other, and cards of which nothing happened in the brushed
/// stretch of time stand back.
public final class TimeFilter {

    private final CanvasViewModel canvas;
    private final TimelineViewModel timeline;
    private final ReadOnlyObjectWrapper<Set<String>> dimmed = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyStringWrapper said = new ReadOnlyStringWrapper("");

    TimeFilter(CanvasViewModel canvas, TimelineViewModel timeline) {
        this.canvas = canvas;
        this.timeline = timeline;
        timeline.onPick(canvas::selectNode);
        canvas.state().subscribe(state -> timeline.show(state.graph()));
        canvas.state().subscribe(_ -> filter());
        canvas.shownStory().subscribe(_ -> timeline.restart());
        canvas.selection().subscribe(_ -> timeline.select(selected()));
        timeline.lit().subscribe(_ -> filter());
    }

    /// Ids of the cards that stand back.
    public ReadOnlyObjectProperty<Set<String>> dimmed() {
        return dimmed.getReadOnlyProperty();
    }

    /// Which time is brushed, and how many cards are of it; `""` while none is.
    public ReadOnlyStringProperty said() {
        return said.getReadOnlyProperty();
    }

    private void filter() {
        CanvasState state = canvas.state().get();
        Set<NodeRef> lit = timeline.lit().get();
        List<Placed> cards = state.layout().cards();
        Set<String> back = new HashSet<>();
        if (lit != null) {
            cards.forEach(placed -> back.add(placed.card().id()));
            back.removeAll(state.cards(lit));
        }
        dimmed.set(back);
        said.set(lit == null ? "" : timeline.said(cards.size() - back.size(), cards.size()));
    }

    private Set<NodeRef> selected() {
        CanvasState state = canvas.state().get();
        Set<NodeRef> nodes = new HashSet<>();
        switch (canvas.selection().get()) {
            case Selection.Nothing _ -> {}
            case Selection.OfNode(NodeRef node) -> {
                nodes.add(node);
                state.layout().cardOf(node).ifPresent(placed -> addNodes(placed, nodes));
            }
            case Selection.OfStack(String card) ->
                    state.layout().card(card).ifPresent(placed -> addNodes(placed, nodes));
            case Selection.OfMany(Set<String> cards) ->
                    cards.forEach(card ->
                            state.layout().card(card).ifPresent(one -> addNodes(one, nodes)));
            case Selection.OfLink _ -> {}
        }
        return nodes;
    }

    private static void addNodes(Placed placed, Set<NodeRef> to) {
        placed.card().nodes().stream().map(Node::ref).forEach(to::add);
    }
}
