package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.InvestigationGraph.Transaction;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Puts found alerts into the graph, in one transaction. One that stands there just so is not
/// written again; what it is about is, as far as the graph lost it.
final class Raising {

    private final Transaction transaction;
    private final CypherLibrary library;
    private final List<Alert> found;

    /// As they are found, then as they stand, by id.
    private final Map<String, Alert> alerts = new LinkedHashMap<>();

    /// Those to write.
    private final Map<String, Map<String, @Nullable Object>> rows = new LinkedHashMap<>();

    /// Those that may not be tied to all they are about.
    private final Map<String, Alert> untied;

    Raising(Transaction transaction, CypherLibrary library, List<Alert> found, Instant now) {
        this.transaction = transaction;
        this.library = library;
        this.found = found;
        for (Alert alert : found) {
            alerts.put(alert.id(), alert);
            rows.put(alert.id(), AlertNode.row(alert, now));
        }
        this.untied = new LinkedHashMap<>(alerts);
    }

    /// The alerts with the status they have in the graph, in the order they were found in.
    Raised raised() {
        leaveThoseThatStand();
        if (!rows.isEmpty()) {
            noteGrowth();
            Alerts.alerts(run("write", "Alert", Map.of("rows", List.copyOf(rows.values()))))
                    .forEach(alert -> alerts.put(alert.id(), alert));
        }
        abouts().forEach((label, abouts) ->
                run("write", "AlertAbout", Map.of("label", label, "rows", abouts)));
        Alerts.changed(transaction, library, untied.values().stream().map(Alert::rule));
        return new Raised(
                found.stream().map(alert -> alerts.getOrDefault(alert.id(), alert)).toList(),
                untied.isEmpty() ? 0 : 1);
    }

    private void leaveThoseThatStand() {
        List<Map<String, @Nullable Object>> contents = new ArrayList<>();
        rows.forEach((id, row) -> contents.add(Map.of("id", id, "content", row.get("content"))));
        for (Row stands : run("read", "standing-alerts", Map.of("rows", contents))) {
            String id = stands.text("id");
            rows.remove(id);
            Alert alert =
                    alerts.computeIfPresent(id, (_, found) -> AlertNode.standing(found, stands));
            if (alert != null && stands.number("abouts") >= alert.entities().size()) {
                untied.remove(id);
            }
        }
    }

    /// What changed about alerts that somebody was told of.
    private void noteGrowth() {
        List<Map<String, String>> ids = rows.keySet().stream().map(id -> Map.of("id", id)).toList();
        for (Alert before : Alerts.alerts(run("read", "told-alerts", Map.of("rows", ids)))) {
            Map<String, @Nullable Object> row = rows.get(before.id());
            Alert now = alerts.get(before.id());
            if (row != null && now != null) {
                row.put("changes", Growth.of(before, now));
            }
        }
    }

    /// What alerts are about, by label.
    private Map<String, List<Map<String, String>>> abouts() {
        Map<String, List<Map<String, String>>> abouts = new TreeMap<>();
        for (Alert alert : untied.values()) {
            for (NodeRef entity : alert.entities()) {
                abouts.computeIfAbsent(entity.label(), _ -> new ArrayList<>())
                        .add(
                                Map.of(
                                        "id", Hashes.of(alert.id(), entity.toString()),
                                        "alert", alert.id(),
                                        "key", entity.key()));
            }
        }
        return abouts;
    }

    private List<Row> run(String kind, String name, Map<String, Object> parameters) {
        return transaction.run(library.file(kind, name).statement(), parameters);
    }
}
