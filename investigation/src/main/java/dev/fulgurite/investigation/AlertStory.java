package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Subgraph;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an alert tells: its part of the graph, one sentence, and the steps with their evidence.
///
/// @param phrases the sentence in pieces, each name with the node it stands for
/// @param lines in causal order: who, from where, what, on which machine, and what came of it
/// @param graph the nodes and relationships of the case, the nodes in causal order
public record AlertStory(Alert alert, List<Phrase> phrases, List<StoryLine> lines, Subgraph graph) {

    public AlertStory {
        phrases = List.copyOf(phrases);
        lines = List.copyOf(lines);
    }

    /// A piece of a sentence; a name has its node.
    public record Phrase(String text, @Nullable NodeRef node) {}

    public String sentence() {
        return phrases.stream().map(Phrase::text).collect(Collectors.joining());
    }
}
