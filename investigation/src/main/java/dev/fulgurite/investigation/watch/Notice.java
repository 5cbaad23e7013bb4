package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.detections.Untold;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// What a sink is told of an alert.
///
/// @param id the same whenever this is told: that of the alert, with the number of its change
///   behind it when it is told again for one
/// @param json an object on one line; its `id` is that of the alert, its `update` that number
record Notice(String id, String rule, Severity severity, Instant time, String json) {

    /// So that it fits a datagram.
    private static final int MOST_ENTITIES = 50;

    private static final int LONGEST_TITLE = 2_000;

    /// @param graph where the alert is
    static Notice of(Untold untold, String graph, Function<Map<String, ?>, String> json) {
        Alert alert = untold.alert();
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("id", alert.id());
        object.put("rule", alert.rule());
        object.put("severity", alert.severity().word());
        object.put("title", title(alert));
        object.put("time", alert.time());
        object.put("status", alert.status().word());
        object.put("confidence", alert.confidence());
        object.put(
                "entities",
                alert.entities().stream().limit(MOST_ENTITIES).map(NodeRef::toString).toList());
        object.put("entitiesLeftOut", Math.max(0, alert.entities().size() - MOST_ENTITIES));
        object.put("graph", graph);
        object.put("update", untold.update());
        object.put("changed", untold.changed());
        object.put("text", "[" + alert.severity().word() + "] " + title(alert) + again(untold));
        String id = alert.id() + (untold.changed().isEmpty() ? "" : "." + untold.update());
        return new Notice(id, alert.rule(), alert.severity(), alert.time(), json.apply(object));
    }

    private static String again(Untold untold) {
        return untold.changed().isEmpty()
                ? ""
                : " (told before; since then " + String.join("; ", untold.changed()) + ")";
    }

    private static String title(Alert alert) {
        String title = alert.title();
        return title.length() <= LONGEST_TITLE
                ? title
                : title.substring(0, LONGEST_TITLE) + "… (cut; `alerts` has it whole)";
    }
}
