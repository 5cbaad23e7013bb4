package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.ui.canvas.CanvasState.Cut;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What comes of each action. Pure: the same content and action give the same content.
final class Changes {

    private final Content before;

    Changes(Content before) {
        this.before = before;
    }

    Content after(CanvasAction action) {
        Marks marks = before.marks();
        return switch (action) {
            case CanvasAction.Bring(String title, Subgraph what) -> bring(title, what);
            case CanvasAction.BringNext(String title) -> bringNext(title);
            case CanvasAction.WalkOn(Walk walk, Neighbourhood found) -> walkOn(walk, found);
            case CanvasAction.Move(Set<String> cards, double dx, double dy) ->
                    before.with(before.layout().moved(cards, dx, dy));
            case CanvasAction.Pin(var nodes) -> before.with(marks.pin(here(nodes)));
            case CanvasAction.Unpin(var nodes) -> before.with(marks.unpin(nodes));
            case CanvasAction.Hide(var nodes) -> before.with(marks.hide(here(nodes)));
            case CanvasAction.Unhide(var nodes) -> returned(marks.reveal(nodes));
            case CanvasAction.Tag(var nodes, String tag) ->
                    tag.isBlank() ? before : before.with(marks.tag(here(nodes), tag.strip()));
            case CanvasAction.Untag(var nodes, String tag) -> before.with(marks.untag(nodes, tag));
            case CanvasAction.Note(NodeRef node, String text) ->
                    here(Set.of(node)).isEmpty() ? before : before.with(marks.note(node, text));
            case CanvasAction.Group(var nodes) -> before.with(new Stacks(before).grouped(nodes));
            case CanvasAction.Ungroup(String card) ->
                    before.with(new Stacks(before).ungrouped(card));
            case CanvasAction.Fold(NodeRef node) -> fold(node);
            case CanvasAction.Unfold(NodeRef node) -> returned(marks.unfold(node));
            case CanvasAction.Relayout(var style) ->
                    before.with(new Relayouts(before).laidOut(style));
        };
    }

    private Set<NodeRef> here(Collection<NodeRef> nodes) {
        Set<NodeRef> here = Content.refs(before.graph());
        here.retainAll(nodes);
        return here;
    }

    private Content bring(String title, Subgraph what) {
        Set<NodeRef> inSight = Content.refs(before.inSight());
        return added(title, what, inSight);
    }

    private Content bringNext(String title) {
        Subgraph what = before.waiting().get(title);
        return what == null ? before : added(title, what, Content.refs(before.graph()));
    }

    private Content walkOn(Walk walk, Neighbourhood found) {
        return bring(walk.title(), found.graph())
                .withCut(walk, new Cut(found.shown(), found.total(), found.more()));
    }

    /// Adds the first nodes that are not among those that are there, and shows them wherever they
    /// were hidden.
    private Content added(String title, Subgraph what, Set<NodeRef> there) {
        List<Node> taken =
                what.nodes().stream()
                        .filter(node -> !there.contains(node.ref()))
                        .limit(CanvasState.BUDGET)
                        .toList();
        Subgraph both = before.graph().plus(part(what, taken));
        Layout layout =
                before.layout().cards().isEmpty()
                        ? FlowLayout.arrange(both, before.layout().spacing())
                        : FlowLayout.extend(before.layout(), both);
        Marks marks = before.marks().reveal(taken.stream().map(Node::ref).toList());
        Content grown = before.with(both, layout);
        return new Changes(grown).returned(marks).withWaiting(title, what);
    }

    /// Nodes of a part and the lines between them and what stands.
    private Subgraph part(Subgraph what, List<Node> taken) {
        List<Node> nodes = new ArrayList<>(before.graph().nodes());
        nodes.addAll(taken);
        Set<NodeRef> refs = new HashSet<>();
        nodes.forEach(node -> refs.add(node.ref()));
        List<Relationship> lines =
                what.relationships().stream()
                        .filter(one -> refs.contains(one.from()) && refs.contains(one.to()))
                        .toList();
        return new Subgraph(nodes, lines);
    }

    private Content fold(NodeRef node) {
        Set<NodeRef> behind = new Hanging(before).on(node);
        return behind.isEmpty() ? before : before.with(before.marks().fold(node, behind));
    }

    /// Shows what these marks no longer conceal: where it stood, or beside that place when it was
    /// taken meanwhile.
    private Content returned(Marks marks) {
        Content after = before.with(marks);
        Set<NodeRef> were = Content.refs(before.inSight());
        Set<NodeRef> are = Content.refs(after.inSight());
        Room room = new Room(before.layout(), card -> holds(card, were));
        Layout layout = before.layout();
        for (Layout.Placed placed : before.layout().cards()) {
            if (holds(placed, are) && !holds(placed, were)) {
                double[] free = room.take(placed.x(), placed.y());
                if (free[0] != placed.x() || free[1] != placed.y()) {
                    layout = layout.moved(placed.card().id(), free[0], free[1]);
                }
            }
        }
        return after.with(layout);
    }

    static boolean holds(Layout.Placed placed, Set<NodeRef> any) {
        return placed.card().nodes().stream().anyMatch(node -> any.contains(node.ref()));
    }
}
