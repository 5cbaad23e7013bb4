package dev.fulgurite.investigation;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.Completeness;
import java.util.List;

/// What a changed rule finds on the graph that the rule as it is saved does not, and the other way
/// round. A hit is the same when it has the same subjects and first event.
///
/// @param gained hits of the changed rule alone
/// @param lost hits of the saved rule alone
/// @param kept how many hits both have
/// @param completeness of the changed rule's run
public record RuleComparison(
        List<Alert> gained, List<Alert> lost, long kept, Completeness completeness) {

    public RuleComparison {
        gained = List.copyOf(gained);
        lost = List.copyOf(lost);
    }
}
