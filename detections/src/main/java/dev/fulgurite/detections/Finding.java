package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Objects;

/// Makes an alert of a row by its control columns.
final class Finding {

    private Finding() {}

    static Alert alert(Rule rule, Row row) {
        List<NodeRef> subjects =
                row.list("subjects", Node.class).stream().map(Node::ref).distinct().toList();
        CasePath path = CasePath.of(row);
        String firstEvent = row.text("firstEvent");
        return new Alert(
                Alerts.idOf(rule.id(), subjects, firstEvent),
                rule.id(),
                severity(rule, row),
                Sentence.fill(rule.alert(), row),
                Objects.requireNonNull(row.instant("at"), "a row without a time"),
                AlertStatus.OPEN,
                "",
                "",
                "",
                row.columns().contains("prevalence") ? row.text("prevalence") : "",
                confidence(row),
                subjects,
                path.nodes(),
                path.relationships(),
                path.leftOut(),
                path.evidenceWith(
                        row.columns().contains("evidence")
                                ? row.list("evidence", String.class)
                                : List.of()),
                firstEvent);
    }

    /// A rule that weighs its rows says so in a column.
    private static Severity severity(Rule rule, Row row) {
        return row.columns().contains("severity")
                ? Severity.parse(row.text("severity"))
                : rule.severity();
    }

    private static double confidence(Row row) {
        return row.columns().contains("confidence") && row.get("confidence") instanceof Number n
                ? n.doubleValue()
                : 1.0;
    }
}
