package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The suppressions of a graph and what they do to its alerts.
///
/// An open alert that a suppression fits is `suppressed`. One that is suppressed is open again when
/// a run finds it and no suppression fits any more, and at once when its suppression is lifted.
public final class Suppressions {

    private final InvestigationGraph graph;
    private final CypherLibrary library = CypherLibrary.packaged();

    public Suppressions(InvestigationGraph graph) {
        this.graph = graph;
    }

    /// All there ever were, the latest to end first.
    public List<Suppression> list() {
        return read(null);
    }

    /// Suppresses a rule, or what it says of one entity in all its faces, until a time. Again for
    /// the same two it sets the new end and note.
    ///
    /// @param entity null for all of the rule's alerts
    public Suppression suppress(
            String rule, @Nullable NodeRef entity, Instant until, String note, Instant now) {
        if (!until.isAfter(now)) {
            throw new RefusedRequest("a suppression ends in the future, not at " + until);
        }
        String id = Hashes.of(rule, entity == null ? "" : entity.toString());
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("id", id);
        parameters.put("rule", rule);
        parameters.put("entity", entity == null ? "" : entity.toString());
        parameters.put("label", entity == null ? "Suppression" : entity.label());
        parameters.put("key", entity == null ? "" : entity.key());
        parameters.put("until", until);
        parameters.put("now", now);
        parameters.put("note", note);
        run("Suppression", parameters);
        apply(rule, null, now);
        return one(id);
    }

    /// Ends a suppression now; what it hides is open again, unless another hides it too.
    public Suppression lift(String idOrPrefix, Instant now) {
        Suppression suppression = one(idOrPrefix);
        run("SuppressionEnd", Map.of("id", suppression.id(), "now", now));
        apply(suppression.rule(), null, now);
        return one(suppression.id());
    }

    /// These alerts as they are under the suppressions there are.
    List<Alert> applied(List<Alert> alerts, Instant now) {
        if (alerts.isEmpty() || read(alerts.getFirst().rule()).isEmpty()) {
            return alerts;
        }
        Map<String, Alert> standing = new LinkedHashMap<>();
        alerts.forEach(alert -> standing.put(alert.id(), alert));
        List<String> ids = List.copyOf(standing.keySet());
        apply(alerts.getFirst().rule(), ids, now)
                .forEach(alert -> standing.replace(alert.id(), alert));
        return alerts.stream().map(alert -> standing.getOrDefault(alert.id(), alert)).toList();
    }

    private List<Alert> apply(String rule, @Nullable List<String> ids, Instant now) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("rule", rule);
        parameters.put("ids", ids);
        parameters.put("now", now);
        return Alerts.alerts(run("Suppressed", parameters));
    }

    private Suppression one(String idOrPrefix) {
        List<Suppression> found =
                idOrPrefix.isEmpty()
                        ? List.of()
                        : list().stream().filter(each -> each.id().startsWith(idOrPrefix)).toList();
        if (found.size() != 1) {
            throw new RefusedRequest(
                    found.isEmpty()
                            ? "no suppression has the id " + idOrPrefix
                            : "several suppressions begin with " + idOrPrefix);
        }
        return found.getFirst();
    }

    private List<Suppression> read(@Nullable String rule) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("rule", rule);
        String statement = library.file("read", "suppressions").statement();
        return graph.read(Query.of(statement, parameters)).rows().stream()
                .map(Suppressions::suppression)
                .toList();
    }

    private static Suppression suppression(Row row) {
        if (!(row.get("suppression") instanceof Node node)) {
            throw new IllegalStateException("no suppression in " + row);
        }
        return new Suppression(
                node.key(),
                String.valueOf(node.get("rule")),
                NodeRef.parse(String.valueOf(node.get("entity"))).orElse(null),
                time(node, "since"),
                time(node, "until"),
                String.valueOf(node.get("note")),
                row.number("hidden"));
    }

    private static Instant time(Node node, String property) {
        return node.get(property) instanceof Instant time ? time : Instant.EPOCH;
    }

    private List<Row> run(String file, Map<String, ? extends @Nullable Object> parameters) {
        String statement = library.file("write", file).statement();
        return graph.write(transaction -> transaction.run(statement, parameters));
    }
}
