package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.NodeRef;
import java.util.Set;

/// What the analyst looks at.
public sealed interface Selection {

    record Nothing() implements Selection {}

    record OfNode(NodeRef node) implements Selection {}

    /// A card that stands for many nodes.
    record OfStack(String card) implements Selection {}

    /// Several cards, by their ids.
    record OfMany(Set<String> cards) implements Selection {
        public OfMany {
            cards = Set.copyOf(cards);
        }
    }

    /// A line between two cards.
    record OfLink(String link) implements Selection {}

    Selection NOTHING = new Nothing();
}
