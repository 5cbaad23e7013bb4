package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.NodeRef;
import java.util.List;

/// One step of an alert's story: who or what it is, and the records that say so.
///
/// @param role `caller`, `IP`, `operation`, `VM`, `host`, `script`, `session`, `commands`,
///   `account` or `onward host`
/// @param name what people call it
/// @param facts what is known beside the name, the most telling first
/// @param node the node it is about
/// @param evidence where it is written
public record StoryLine(
        String role, String name, List<String> facts, NodeRef node, List<EvidencePlace> evidence) {

    public StoryLine {
        facts = List.copyOf(facts);
        evidence = List.copyOf(evidence);
    }

    /// Name and facts on one line.
    public String text() {
        return facts.isEmpty() ? name : name + "  " + String.join(" · ", facts);
    }
}
