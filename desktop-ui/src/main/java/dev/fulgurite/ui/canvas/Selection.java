package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.NodeRef;

/// What the analyst looks at.
public sealed interface Selection {

    record Nothing() implements Selection {}

    record OfNode(NodeRef node) implements Selection {}

    /// A card that stands for many nodes.
    record OfStack(String card) implements Selection {}

    /// A line between two cards.
    record OfLink(String link) implements Selection {}

    Selection NOTHING = new Nothing();
}
