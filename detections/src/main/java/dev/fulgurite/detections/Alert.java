package dev.fulgurite.detections;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.List;

/// One thing a detection found, kept in the graph as an `Alert` node whose key is the id. The id
/// follows from the rule, the subjects and the earliest event alone, so the same finding is the
/// same alert in every run.
///
/// @param title one sentence: who did what to what
/// @param time when the earliest of it happened
/// @param statusReason why the status is what it is, `""` when nobody said
/// @param owner who works on it, `""` when nobody does
/// @param note what the analyst wrote about it
/// @param prevalence how rare it is, as its rule counted; `""` when that does not count
/// @param confidence from 0 to 1: the weakest inference it rests on
/// @param entities what it is about
/// @param nodes every node of the case, as `Label:key`, in the order of the story
/// @param relationships every relationship of the case, as `TYPE:id`
/// @param leftOut how many more nodes the case has than `nodes` shows
/// @param evidence pointers to the raw records it rests on
/// @param firstEvent the event that it stands on; when that is gone the alert is withdrawn
public record Alert(
        String id,
        String rule,
        Severity severity,
        String title,
        Instant time,
        AlertStatus status,
        String statusReason,
        String owner,
        String note,
        String prevalence,
        double confidence,
        List<NodeRef> entities,
        List<String> nodes,
        List<String> relationships,
        long leftOut,
        List<String> evidence,
        String firstEvent) {

    public Alert {
        entities = List.copyOf(entities);
        nodes = List.copyOf(nodes);
        relationships = List.copyOf(relationships);
        evidence = List.copyOf(evidence);
    }

    /// What the queue tells of it, with every node of its case.
    public AlertBrief brief() {
        return new AlertBrief(
                id,
                rule,
                severity,
                title,
                time,
                status,
                statusReason,
                owner,
                note,
                entities,
                evidence.size(),
                nodes);
    }
}
