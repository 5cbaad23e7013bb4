package dev.fulgurite.detections;

import dev.fulgurite.graph.model.NodeRef;
import java.util.List;

/// Why a rule does not alert about an entity: the steps that an alert takes, in order, up to the
/// first that kept the entity out.
///
/// @param steps up to the first that it did not pass, but for the first of all: a rule that does
///   not see all it needs may still have seen this
public record WhyNot(String rule, NodeRef entity, List<Step> steps) {

    public WhyNot {
        steps = List.copyOf(steps);
    }

    /// One question that a rule asks of what it may alert about.
    ///
    /// @param text what was asked
    /// @param passed whether the entity came through
    /// @param detail what is left of it, or why it was kept out
    public record Step(String text, boolean passed, String detail) {}

    /// Whether an open alert of the rule has it.
    public boolean isFound() {
        return steps.getLast().passed() && steps.size() > 1;
    }
}
