package dev.fulgurite.detections;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.List;

/// An alert as the queue tells it: what it is sorted, filtered and put together by, and what the
/// analyst said of it. A hundred thousand of them fit where their whole cases would not.
///
/// @param statusReason why the status is what it is, `""` when nobody said
/// @param owner who works on it, `""` when nobody does
/// @param note what the analyst wrote about it
/// @param entities what it is about
/// @param records how many raw records it rests on
/// @param nodes of its case, as far as they were asked for, as `Label:key`
public record AlertBrief(
        String id,
        String rule,
        Severity severity,
        String title,
        Instant time,
        AlertStatus status,
        String statusReason,
        String owner,
        String note,
        List<NodeRef> entities,
        int records,
        List<String> nodes) {

    public AlertBrief {
        entities = List.copyOf(entities);
        nodes = List.copyOf(nodes);
    }
}
