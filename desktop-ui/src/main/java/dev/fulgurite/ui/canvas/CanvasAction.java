package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Neighbourhood;
import java.util.Set;

/// Everything an analyst can do to a canvas. [CanvasState#after] says what comes of each; each can
/// be undone. Only [Move] and [Relayout] move a card that stands.
public sealed interface CanvasAction {

    /// Adds any part of the graph beside what stands.
    ///
    /// @param title what it is, in words: a part that is too large is offered under this name
    record Bring(String title, Subgraph what) implements CanvasAction {}

    /// Adds the next nodes of a part that was too large to be added at once.
    record BringNext(String title) implements CanvasAction {}

    /// Adds what a pivot found.
    record WalkOn(CanvasState.Walk walk, Neighbourhood found) implements CanvasAction {}

    /// Moves cards, by their ids, all by the same way.
    record Move(Set<String> cards, double dx, double dy) implements CanvasAction {
        public Move {
            cards = Set.copyOf(cards);
        }
    }

    /// Keeps nodes in their places whatever layout is asked for.
    record Pin(Set<NodeRef> nodes) implements CanvasAction {
        public Pin {
            nodes = Set.copyOf(nodes);
        }
    }

    record Unpin(Set<NodeRef> nodes) implements CanvasAction {
        public Unpin {
            nodes = Set.copyOf(nodes);
        }
    }

    /// Takes nodes out of sight; they stay counted.
    record Hide(Set<NodeRef> nodes) implements CanvasAction {
        public Hide {
            nodes = Set.copyOf(nodes);
        }
    }

    record Unhide(Set<NodeRef> nodes) implements CanvasAction {
        public Unhide {
            nodes = Set.copyOf(nodes);
        }
    }

    /// Puts a word on nodes.
    record Tag(Set<NodeRef> nodes, String tag) implements CanvasAction {
        public Tag {
            nodes = Set.copyOf(nodes);
        }
    }

    record Untag(Set<NodeRef> nodes, String tag) implements CanvasAction {
        public Untag {
            nodes = Set.copyOf(nodes);
        }
    }

    /// Says something of a node; a blank text takes away what was said.
    record Note(NodeRef node, String text) implements CanvasAction {}

    /// Makes one card of the cards of these nodes, for each kind of node apart.
    record Group(Set<NodeRef> nodes) implements CanvasAction {
        public Group {
            nodes = Set.copyOf(nodes);
        }
    }

    /// Gives the nodes of a stack cards of their own, as many as the budget allows.
    record Ungroup(String card) implements CanvasAction {}

    /// Takes what hangs on a node alone out of sight, behind that node.
    record Fold(NodeRef node) implements CanvasAction {}

    record Unfold(NodeRef node) implements CanvasAction {}

    /// Lays out anew everything that is shown and not pinned.
    record Relayout(Style style) implements CanvasAction {
        /// How.
        public enum Style {
            FLOW,
            FORCE
        }
    }
}
