package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An [Alert] as its node in the graph.
final class AlertNode {

    private AlertNode() {}

    static Map<String, @Nullable Object> row(Alert alert, Instant raised) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", alert.id());
        row.put("rule", alert.rule());
        row.put("severity", alert.severity().word());
        row.put("title", alert.title());
        row.put("time", alert.time());
        row.put("prevalence", alert.prevalence());
        row.put("confidence", alert.confidence());
        row.put("entities", alert.entities().stream().map(NodeRef::toString).toList());
        row.put("nodes", alert.nodes());
        row.put("relationships", alert.relationships());
        row.put("leftOut", alert.leftOut());
        row.put("evidence", alert.evidence());
        row.put("firstEvent", alert.firstEvent());
        row.put("content", Hashes.of(row.toString()));
        row.put("raised", raised);
        row.put("changes", List.of());
        return row;
    }

    /// An alert that was found, as it stands with what the analyst said of it.
    static Alert standing(Alert found, Row stands) {
        return new Alert(
                found.id(),
                found.rule(),
                found.severity(),
                found.title(),
                found.time(),
                AlertStatus.parse(stands.text("status")),
                stands.text("statusReason"),
                stands.text("owner"),
                stands.text("note"),
                found.prevalence(),
                found.confidence(),
                found.entities(),
                found.nodes(),
                found.relationships(),
                found.leftOut(),
                found.evidence(),
                found.firstEvent());
    }

    static Alert alert(Node node) {
        return new Alert(
                node.key(),
                text(node, "rule"),
                Severity.parse(text(node, "severity")),
                text(node, "title"),
                node.get("time") instanceof Instant time ? time : Instant.EPOCH,
                AlertStatus.parse(text(node, "status")),
                text(node, "statusReason"),
                text(node, "owner"),
                text(node, "note"),
                text(node, "prevalence"),
                node.get("confidence") instanceof Number number ? number.doubleValue() : 1.0,
                refs(texts(node, "entities")),
                texts(node, "nodes"),
                texts(node, "relationships"),
                node.get("leftOut") instanceof Number number ? number.longValue() : 0,
                texts(node, "evidence"),
                text(node, "firstEvent"));
    }

    /// A row of `read/queue.cypher`.
    static AlertBrief brief(Row row) {
        Instant time = row.instant("time");
        return new AlertBrief(
                row.text("id"),
                row.text("rule"),
                Severity.parse(row.text("severity")),
                row.text("title"),
                time == null ? Instant.EPOCH : time,
                AlertStatus.parse(row.text("status")),
                row.text("statusReason"),
                row.text("owner"),
                row.text("note"),
                refs(row.list("entities", String.class)),
                (int) row.number("records"),
                row.list("nodes", String.class));
    }

    private static List<NodeRef> refs(List<String> written) {
        return written.stream().map(ref -> NodeRef.parse(ref).orElseThrow()).toList();
    }

    private static String text(Node node, String property) {
        Object value = node.get(property);
        return value == null ? "" : value.toString();
    }

    private static List<String> texts(Node node, String property) {
        return node.get(property) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
