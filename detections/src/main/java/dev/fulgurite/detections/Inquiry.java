package dev.fulgurite.detections;

import dev.fulgurite.detections.WhyNot.Step;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Follows one entity through one rule, step by step: what the rule can see, the steps that its
/// head names (`steps:`, a file of `cypher/steps`), the rows that its statement reads, those that
/// its Java part leaves, and what became of the alert. Ends at the first that keeps the entity out.
final class Inquiry {

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Rule rule;
    private final PostProcessor processor;
    private final NodeRef entity;
    private final Row reach;
    private final Set<String> faces;
    private final List<Step> steps = new ArrayList<>();

    Inquiry(
            InvestigationGraph graph,
            CypherLibrary library,
            Rule rule,
            PostProcessor processor,
            NodeRef entity) {
        this.graph = graph;
        this.library = library;
        this.rule = rule;
        this.processor = processor;
        this.entity = entity;
        reach = reach();
        faces = Set.copyOf(reach.list("faces", String.class));
    }

    private Row reach() {
        List<Row> rows =
                rows(
                        library.file("read", "reach").statement(),
                        Map.of("label", entity.label(), "key", entity.key()));
        if (rows.isEmpty()) {
            throw new RefusedRequest("no node is named " + entity);
        }
        return rows.getFirst();
    }

    /// @param lacking what keeps the rule from running at all
    /// @param blind what it does not see; the rest is followed all the same
    WhyNot answer(List<String> lacking, List<String> blind, DetectionRequest request) {
        List<String> unseen = new ArrayList<>(lacking);
        unseen.addAll(blind);
        step("the rule sees all it needs", unseen.isEmpty(), String.join("; ", unseen));
        Settings settings = Settings.of(rule, request);
        if (lacking.isEmpty() && ladder(settings) && statement(settings)) {
            standing();
        }
        return new WhyNot(rule.id(), entity, steps);
    }

    private boolean step(String text, boolean passed, String detail) {
        steps.add(new Step(text, passed, detail));
        return passed;
    }

    private boolean ladder(Settings settings) {
        String name = rule.file().head("steps");
        if (name.isEmpty()) {
            return true;
        }
        CypherFile file = library.file("steps", name);
        String[] texts = file.head("steps").split(";", -1);
        Map<String, @Nullable Object> within = settings.parameters();
        within.put("statement", rule.statement());
        for (String kind : List.of("operations", "sessions", "changes")) {
            within.put(kind, reach.list(kind, String.class));
        }
        for (int i = 0; i < texts.length; i++) {
            long left = rows(file.statement(i), within).size();
            if (!step(texts[i].strip(), left > 0, left > 0 ? counted(left) : "never")) {
                return false;
            }
        }
        return true;
    }

    private static String counted(long left) {
        return left == 1 ? "once" : String.format(Locale.ROOT, "%,d times", left);
    }

    /// The rows of the rule's own statement that have the entity, and those that are left of them.
    private boolean statement(Settings settings) {
        Set<String> with = new HashSet<>();
        List<Row> read = new ArrayList<>();
        List<Row> about = new ArrayList<>();
        graph.scan(
                Query.of(rule.statement(), settings.parameters()),
                row -> {
                    Row reduced = CasePath.reduced(row);
                    if (concerns(row)) {
                        with.add(id(row));
                        about.add(reduced);
                    }
                    read.add(reduced);
                });
        if (!step(
                "its statement finds it",
                !with.isEmpty(),
                with.isEmpty() ? "in none of " + rowsOf(read.size()) : rowsOf(with.size()))) {
            return false;
        }
        List<Row> left = processor.process(read, settings);
        long stay = left.stream().filter(row -> with.contains(id(row)) || concerns(row)).count();
        return step(
                "what it weighs the rows by leaves it",
                stay > 0,
                stay > 0
                        ? rowsOf(stay)
                        : "none of "
                                + rowsOf(with.size())
                                + ": "
                                + weighed(processor.leftOut(about, read, settings)));
    }

    private String weighed(String leftOut) {
        return leftOut.isEmpty() ? "the rule says: " + rule.file().head("why") : leftOut;
    }

    private static String rowsOf(long number) {
        return number == 1 ? "1 row" : String.format(Locale.ROOT, "%,d rows", number);
    }

    private boolean concerns(Row row) {
        return subjects(row).stream().map(NodeRef::toString).anyMatch(faces::contains)
                || CasePath.of(row).nodes().stream().anyMatch(faces::contains)
                || (row.get("path") instanceof List<?> path
                        && path.stream().anyMatch(this::isFace));
    }

    private boolean isFace(@Nullable Object element) {
        return element instanceof Node node && faces.contains(node.ref().toString());
    }

    private static List<NodeRef> subjects(Row row) {
        return row.list("subjects", Node.class).stream().map(Node::ref).distinct().toList();
    }

    private String id(Row row) {
        return Alerts.idOf(rule.id(), subjects(row), row.text("firstEvent"));
    }

    private void standing() {
        List<Alert> about =
                new Alerts(graph)
                        .list(null, rule.id()).stream()
                                .filter(alert ->
                                        alert.nodes().stream().anyMatch(faces::contains)
                                                || alert.entities().stream()
                                                        .map(NodeRef::toString)
                                                        .anyMatch(faces::contains))
                                .toList();
        List<Alert> open =
                about.stream().filter(alert -> alert.status() == AlertStatus.OPEN).toList();
        step(
                "an open alert tells of it",
                !open.isEmpty(),
                open.isEmpty() ? notOpen(about) : "alert " + open.getFirst().id());
    }

    private static String notOpen(List<Alert> about) {
        return about.isEmpty()
                ? "no run has raised it yet, or its rows are informational"
                : about.stream()
                        .limit(3)
                        .map(alert ->
                                "alert "
                                        + alert.id()
                                        + " is "
                                        + alert.status().word()
                                        + ": "
                                        + alert.statusReason())
                        .reduce((one, other) -> one + "; " + other)
                        .orElse("");
    }

    private List<Row> rows(String statement, Map<String, ? extends @Nullable Object> parameters) {
        return graph.read(Query.of(statement, parameters)).rows();
    }
}
