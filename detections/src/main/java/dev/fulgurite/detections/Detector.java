package dev.fulgurite.detections;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.detections.Completeness.FirstOf;
import dev.fulgurite.detections.Completeness.TimedOut;
import dev.fulgurite.detections.link.LinkReport;
import dev.fulgurite.detections.link.Linker;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The door: runs links and detections over one graph.
///
/// ```java
/// Detector detector = new Detector(graph, CypherLibrary.packaged());
/// detector.link();
/// DetectionResult result =
///         detector.detect("cloud-to-host-chain", DetectionRequest.linked(Instant.now()));
/// ```
public final class Detector {

    /// At most this many rows of a rule are printed and become alerts.
    static final int ROWS = 10_000;

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Rulebook rulebook;
    private final Alerts alerts;

    public Detector(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        this.rulebook = new Rulebook(graph, library);
        this.alerts = new Alerts(graph);
    }

    /// Makes every inferred node, relationship and fact what the events say now. Running it again
    /// changes nothing. Alerts whose first event is gone are withdrawn.
    public LinkReport link() {
        LinkReport report = new Linker(graph, library).run();
        alerts.withdrawGone();
        return report;
    }

    /// As [#link()], when something was read or taken back since; a process that died before that
    /// left it to this call.
    public void linkWhenDue() {
        if (new Linker(graph, library).isDue()) {
            link();
        }
    }

    /// The catalogue: every detection and whether it can work here, by id.
    public List<RuleState> rules() {
        return rulebook.states();
    }

    /// What is missing from the logs as far as they tell themselves, by source, in the order of
    /// time: where there is a gap, that nothing was found means nothing.
    public List<Gap> gaps() {
        return Gaps.in(graph, library);
    }

    /// The alerts of this graph.
    public Alerts alerts() {
        return alerts;
    }

    /// Runs one rule; in linked mode its alerts are in the graph when this returns.
    public DetectionResult detect(String ruleId, DetectionRequest request) {
        return detect(List.of(ruleId), request).getFirst();
    }

    /// Runs several rules, all that are in order when `ruleIds` is empty. A setting that none of
    /// them knows is refused before any runs; one that only some know goes to these. Rules without
    /// the form that is asked for are left out, and refused when they are named.
    public List<DetectionResult> detect(Collection<String> ruleIds, DetectionRequest request) {
        List<Rule> rules = rulebook.named(ruleIds);
        if (request.mode() != Mode.LINKED) {
            if (ruleIds.isEmpty()) {
                return List.of();
            }
            throw new RefusedRequest(
                    "these rules have no " + request.mode().word() + " form: use --mode linked");
        }
        Settings.check(rules, request.settings());
        if (!ruleIds.isEmpty()) {
            rules.forEach(rule -> refuseUnset(rule, request));
        }
        Ingested held = Ingested.in(graph, library);
        return rules.stream().map(rule -> run(rule, request, held)).toList();
    }

    /// All rules that are in order, as they are run by schedule. A setting that none of them knows
    /// is refused; `schedule` and `rule.schedule` are settings here.
    public List<Scheduled> scheduled(Map<String, String> settings) {
        return Scheduled.all(rulebook.named(List.of()), settings);
    }

    /// Runs a rule over the range that is its turn; one that lacks something is blind.
    public DetectionResult detect(Scheduled rule, Instant now, @Nullable Instant from, Instant to) {
        return run(
                rulebook.named(List.of(rule.rule())).getFirst(),
                new DetectionRequest(Mode.LINKED, now, from, to, rule.settings()),
                Ingested.in(graph, library));
    }

    /// Which step of a rule kept an entity out, over the whole graph with the settings of a
    /// request.
    public WhyNot whyNot(String ruleId, NodeRef entity, DetectionRequest request) {
        Rule rule = rulebook.named(List.of(ruleId)).getFirst();
        List<String> blind =
                rule.blindness(Ingested.in(graph, library), request.from(), request.to());
        return new Inquiry(graph, library, rule, rulebook.processor(rule), entity)
                .answer(rulebook.lacking(rule, request), blind, request);
    }

    private static void refuseUnset(Rule rule, DetectionRequest request) {
        List<String> unset = Settings.unset(rule, request);
        if (!unset.isEmpty()) {
            throw new RefusedRequest(
                    rule.id() + ": " + String.join(", ", unset) + ": set it with --set NAME=VALUE");
        }
    }

    private DetectionResult run(Rule rule, DetectionRequest request, Ingested held) {
        Settings settings = Settings.of(rule, request);
        List<String> lacking = rulebook.lacking(rule, request);
        List<String> blind = new ArrayList<>(lacking);
        blind.addAll(rule.blindness(held, settings.from(), settings.to()));
        if (lacking.isEmpty()) {
            return run(rule, settings, blind);
        }
        DetectionResult nothing =
                new DetectionResult(
                        rule.id(), Mode.LINKED, List.of(), List.of(), new Blind(blind), List.of());
        record(nothing, settings);
        return nothing;
    }

    private DetectionResult run(Rule rule, Settings settings, List<String> blind) {
        List<Row> rows = new ArrayList<>();
        List<String> columns = List.of();
        boolean timedOut = false;
        try {
            List<Row> read = new ArrayList<>();
            Query query = Query.of(rule.statement(), settings.parameters());
            List<String> returned = graph.scan(query, row -> read.add(CasePath.reduced(row)));
            columns = rulebook.printed(rule, returned);
            rows.addAll(rulebook.processor(rule).process(read, settings));
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.TIMED_OUT) {
                throw e;
            }
            timedOut = true;
        }
        List<Row> shown = rows.subList(0, Math.min(ROWS, rows.size()));
        Completeness completeness = completeness(blind, rows.size(), timedOut);
        List<Alert> found =
                shown.stream()
                        .map(row -> Finding.alert(rule, row))
                        .filter(alert -> alert.severity() != Severity.INFORMATIONAL)
                        .toList();
        List<Alert> raised = alerts.raise(found, settings.now());
        DetectionResult result =
                new DetectionResult(
                        rule.id(),
                        Mode.LINKED,
                        columns,
                        only(shown, columns),
                        completeness,
                        raised);
        record(result, settings);
        return result;
    }

    private static Completeness completeness(List<String> blind, int rows, boolean timedOut) {
        if (timedOut) {
            return new TimedOut();
        }
        if (!blind.isEmpty()) {
            return new Blind(blind);
        }
        return rows > ROWS ? new FirstOf(ROWS, rows) : new Complete();
    }

    private static List<Row> only(List<Row> rows, List<String> columns) {
        return rows.stream()
                .map(row -> {
                    List<String> others = new ArrayList<>(row.columns());
                    others.removeAll(columns);
                    return row.without(others);
                })
                .toList();
    }

    private void record(DetectionResult result, Settings settings) {
        Map<String, @Nullable Object> run = new HashMap<>();
        run.put("key", result.rule() + "|" + settings.now());
        run.put("rule", result.rule());
        run.put("at", settings.now());
        run.put("from", settings.from());
        run.put("to", settings.to());
        run.put(
                "settings",
                new TreeMap<>(settings.values())
                        .entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList());
        run.put("rows", (long) result.rows().size());
        run.put("completeness", result.completeness().word());
        run.put(
                "reasons",
                result.completeness() instanceof Blind blind ? blind.reasons() : List.of());
        String statement = library.file("write", "DetectionRun").statement();
        graph.write(transaction -> transaction.run(statement, run));
    }
}
