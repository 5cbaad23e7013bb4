package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.investigation.StoryLine;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Link;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the inspector is about.
public sealed interface Subject {

    record Nothing() implements Subject {}

    /// No single thing is selected: the alert as a whole, step by step.
    record Story(List<StoryLine> steps) implements Subject {
        public Story {
            steps = List.copyOf(steps);
        }
    }

    /// One thing, by one of its keys.
    ///
    /// @param faces the same thing under its other keys
    /// @param tags the analyst's words on it
    /// @param note what the analyst said of it; `""` when nothing
    record OfNode(Node node, List<Node> faces, SortedSet<String> tags, String note)
            implements Subject {
        public OfNode {
            faces = List.copyOf(faces);
            tags = new TreeSet<>(tags);
        }
    }

    record OfStack(Card card) implements Subject {}

    /// Several cards.
    record OfMany(List<Card> cards) implements Subject {
        public OfMany {
            cards = List.copyOf(cards);
        }
    }

    /// A line of the canvas, with what is called what at its ends.
    record OfLink(Link link, String from, String to) implements Subject {}

    Subject NOTHING = new Nothing();
}
