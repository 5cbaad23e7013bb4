package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.NodeRef;
import java.util.List;

/// One step of an alert's story: who or what it is, and the records that say so.
///
/// @param role `caller`, `IP`, `operation`, `VM`, `host`, `script`, `session`, `commands`,
///   `account` or `onward host`
/// @param text for people, on one line
/// @param node the node it is about
/// @param evidence where it is written, earliest first
public record StoryLine(String role, String text, NodeRef node, List<EvidencePlace> evidence) {

    public StoryLine {
        evidence = List.copyOf(evidence);
    }
}
