package dev.fulgurite.detections;

import dev.fulgurite.detections.link.Hashes;
import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The analyst's queue of alerts, kept in the graph.
public final class Alerts {

    private static final int BATCH = 500;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Suppressions suppressions;

    public Alerts(InvestigationGraph graph) {
        this.graph = graph;
        this.library = CypherLibrary.packaged();
        this.suppressions = new Suppressions(graph);
    }

    /// Alerts of a status and a rule (null: of any), the most urgent first, then the newest.
    public List<Alert> list(@Nullable AlertStatus status, @Nullable String rule) {
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("status", status == null ? null : status.word());
        parameters.put("rule", rule);
        return read("alerts", parameters);
    }

    /// What the queue shows of all alerts, the most urgent first, then the newest, handed over one
    /// by one as they are read.
    ///
    /// @param rule of whose alerts the nodes of the case are told, too
    /// @param labels of these nodes
    public void briefs(String rule, Collection<String> labels, Consumer<AlertBrief> each) {
        Map<String, Object> parameters = Map.of("rule", rule, "labels", List.copyOf(labels));
        String statement = library.file("read", "queue").statement();
        graph.scan(Query.of(statement, parameters), row -> each.accept(AlertNode.brief(row)));
    }

    /// Pointers to the raw records that alerts rest on, handed over alert by alert with its id.
    public void records(Collection<String> ids, BiConsumer<String, List<String>> each) {
        Map<String, Object> parameters = Map.of("ids", List.copyOf(ids));
        String statement = library.file("read", "alert-records").statement();
        graph.scan(
                Query.of(statement, parameters),
                row -> each.accept(row.text("id"), row.list("records", String.class)));
    }

    /// How many alerts have a status.
    public long count(AlertStatus status) {
        String statement = library.file("read", "alerts-of-status").statement();
        Map<String, Object> parameters = Map.of("status", status.word());
        return graph.read(Query.of(statement, parameters)).rows().getFirst().number("alerts");
    }

    /// Alerts with every word of a text in their title, their id or a node of their case, the most
    /// urgent first, at most so many. Among a hundred thousand this takes a while.
    public List<Alert> with(String text, int limit, Cancellation cancellation) {
        List<String> words = List.of(text.strip().toLowerCase(Locale.ROOT).split("\\s+", -1));
        Map<String, Object> parameters = Map.of("words", words, "limit", (long) limit);
        String statement = library.file("read", "alerts-with").statement();
        return alerts(graph.read(Query.of(statement, parameters), cancellation).rows());
    }

    /// The alert with this id or this unique beginning of an id; refuses one that is unknown, and
    /// one that fits several, with the candidates.
    public Alert one(String idOrPrefix) {
        List<Alert> found =
                idOrPrefix.isEmpty() ? List.of() : read("alert", Map.of("prefix", idOrPrefix));
        for (Alert alert : found) {
            if (alert.id().equals(idOrPrefix)) {
                return alert;
            }
        }
        if (found.isEmpty()) {
            throw new RefusedRequest("no alert has the id " + idOrPrefix);
        }
        if (found.size() > 1) {
            List<String> ids = found.stream().map(Alert::id).toList();
            throw new RefusedRequest(
                    "several alerts begin with " + idOrPrefix + ": " + String.join(", ", ids));
        }
        return found.getFirst();
    }

    /// Changes an alert as an analyst says, and returns it as it is then. It stays so however often
    /// it is found again.
    public Alert change(String idOrPrefix, AlertChange change) {
        return change(List.of(one(idOrPrefix).id()), change).getFirst();
    }

    /// Changes many alerts at once, all or none of them, and returns them as they are then, in the
    /// order of the ids; an id that no alert has is passed over.
    public List<Alert> change(List<String> ids, AlertChange change) {
        Map<String, Object> parameters = Map.of("ids", ids, "changes", change.properties());
        String statement = library.file("write", "AlertStatus").statement();
        return graph.write(transaction -> {
            List<Alert> changed = alerts(transaction.run(statement, parameters));
            count("work", transaction, library, changed.stream().map(Alert::rule));
            return changed;
        });
    }

    /// Open alerts that a sink is to be told of, the earliest raised first, at most so many: those
    /// it was not told of yet, and those that became more urgent, or whose case grew, since.
    public List<Untold> untold(String sink, int limit) {
        Map<String, Object> parameters = Map.of("sink", sink, "limit", (long) limit);
        String statement = library.file("read", "untold-alerts").statement();
        return graph.read(Query.of(statement, parameters)).rows().stream()
                .map(row ->
                        new Untold(
                                AlertNode.alert(Objects.requireNonNull((Node) row.get("alert"))),
                                row.number("update"),
                                row.list("changed", String.class)))
                .toList();
    }

    /// Keeps in mind that a sink was told of alerts; not of one that changed since it was asked
    /// for.
    public void told(String sink, List<Untold> told) {
        List<Map<String, Object>> rows =
                told.stream()
                        .map(each ->
                                Map.<String, Object>of(
                                        "id", each.alert().id(), "update", each.update()))
                        .toList();
        String statement = library.file("write", "AlertTold").statement();
        graph.write(transaction -> transaction.run(statement, Map.of("sink", sink, "rows", rows)));
    }

    /// How many alerts a rule raised with the clock at a time that were not there before.
    public long raised(String rule, Instant at) {
        String statement = library.file("read", "raised-alerts").statement();
        Map<String, Object> parameters = Map.of("rule", rule, "at", at);
        return graph.read(Query.of(statement, parameters)).rows().getFirst().number("alerts");
    }

    /// Puts found alerts into the graph and returns them with the status they have there. One that
    /// stands there just so is not written again.
    Raised raise(List<Alert> found, Instant now) {
        List<Alert> standing = new ArrayList<>();
        long changes = 0;
        for (int start = 0; start < found.size(); start += BATCH) {
            List<Alert> part = found.subList(start, Math.min(found.size(), start + BATCH));
            Raised raised =
                    graph.write(
                            transaction -> new Raising(transaction, library, part, now).raised());
            standing.addAll(raised.alerts());
            changes += raised.changes();
        }
        return new Raised(suppressions.applied(standing, now), changes);
    }

    /// Marks alerts whose first event is no longer in the graph; returns their ids.
    List<String> withdrawGone() {
        String statement = library.file("write", "AlertWithdrawal").statement();
        return graph.write(transaction -> {
            List<Row> withdrawn = transaction.run(statement, Map.of());
            changed(transaction, library, withdrawn.stream().map(row -> row.text("rule")));
            return withdrawn.stream().map(row -> row.text("id")).toList();
        });
    }

    /// Tells those who keep what they read of alerts that those of these rules are others now.
    static void changed(
            InvestigationGraph.Transaction transaction,
            CypherLibrary library,
            Stream<String> rules) {
        count("changes", transaction, library, rules);
    }

    private static void count(
            String count,
            InvestigationGraph.Transaction transaction,
            CypherLibrary library,
            Stream<String> rules) {
        List<String> changed = rules.distinct().toList();
        if (!changed.isEmpty()) {
            String statement = library.file("write", "Alerting").statement();
            transaction.run(statement, Map.of("count", count, "rules", changed));
        }
    }

    /// The id that an alert about these subjects has: it follows from the rule, the subjects and
    /// the earliest event.
    static String idOf(String rule, List<NodeRef> subjects, String firstEvent) {
        List<String> sorted = subjects.stream().sorted().map(NodeRef::toString).toList();
        return Hashes.of(rule, String.join("\n", sorted), firstEvent);
    }

    private List<Alert> read(String file, Map<String, ? extends @Nullable Object> parameters) {
        Query query = Query.of(library.file("read", file).statement(), parameters);
        List<Row> rows = new ArrayList<>();
        graph.scan(query, rows::add);
        return alerts(rows);
    }

    /// The alert that a node of the graph is.
    public Alert of(Node node) {
        return AlertNode.alert(node);
    }

    static List<Alert> alerts(List<Row> rows) {
        return rows.stream()
                .map(row -> (Node) row.get("alert"))
                .filter(Objects::nonNull)
                .map(AlertNode::alert)
                .toList();
    }
}
