package dev.fulgurite.detections;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.detections.link.LinkReport;
import dev.fulgurite.detections.link.Linker;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
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

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Rulebook rulebook;
    private final Published published;
    private final Alerts alerts;
    private final KeptAlerts keptAlerts;
    private final @Nullable KeptResults keptResults;
    private final WhileUnchanged<Ingested> ingested;
    private final WhileUnchanged<Optional<Instant>> newestEvent;

    public Detector(InvestigationGraph graph, CypherLibrary library) {
        this(graph, library, false);
    }

    private Detector(InvestigationGraph graph, CypherLibrary library, boolean keeping) {
        this.graph = graph;
        this.library = library;
        this.rulebook = new Rulebook(graph, library);
        this.published = new Published(graph, library);
        this.alerts = new Alerts(graph);
        this.keptAlerts = new KeptAlerts(graph, library);
        this.keptResults = keeping ? new KeptResults(graph, library, alerts) : null;
        this.ingested = WhileUnchanged.evidence(graph, library, () -> Ingested.in(graph, library));
        this.newestEvent =
                WhileUnchanged.evidence(graph, library, () -> newestEvent(graph, library));
    }

    /// As [#Detector(InvestigationGraph, CypherLibrary)], but what rules of the product find when
    /// they are asked for the first time is kept in the graph: the next process that asks the same
    /// of a graph in which nothing was stored, linked or worked on since is told it at once. Who
    /// changes the graph by statements of their own has to link it again.
    public static Detector keeping(InvestigationGraph graph, CypherLibrary library) {
        return new Detector(graph, library, true);
    }

    /// Makes every inferred node, relationship and fact what the events say now. Running it again
    /// changes nothing. Alerts whose first event is gone are withdrawn.
    public LinkReport link() {
        return link(LinkListener.silent());
    }

    private LinkReport link(LinkListener listener) {
        LinkReport report = new Linker(graph, library, listener).run();
        alerts.withdrawGone();
        if (keptResults != null) {
            keptResults.forget();
        }
        return report;
    }

    /// As [#link()], when something was read or taken back since; a process that died before that
    /// left it to this call.
    public void linkWhenDue() {
        linkWhenDue(LinkListener.silent());
    }

    /// As [#linkWhenDue()], telling how far it is.
    public void linkWhenDue(LinkListener listener) {
        if (new Linker(graph, library).isDue()) {
            link(listener);
        }
    }

    /// The catalogue: every detection and whether it can work here, by id.
    public List<RuleState> rules() {
        Ingested held = ingested.now();
        return rulebook.states(held).stream()
                .map(rule -> rule.withPublished(published.form(rule.rule(), held)))
                .toList();
    }

    /// What is missing from the logs as far as they tell themselves, by source, in the order of
    /// time: where there is a gap, that nothing was found means nothing.
    public List<Gap> gaps() {
        return ingested.now().gaps();
    }

    /// When the newest event happened; empty while there is none. It is looked for anew only after
    /// something was stored or taken back.
    public Optional<Instant> newestEvent() {
        return newestEvent.now();
    }

    private static Optional<Instant> newestEvent(InvestigationGraph graph, CypherLibrary library) {
        Query query = Query.of(library.file("read", "newest-event").statement());
        return graph.read(query).rows().stream().findFirst().map(row -> row.instant("at"));
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
        List<String> ids =
                switch (request.mode()) {
                    case LINKED -> rulebook.named(ruleIds).stream().map(Rule::id).toList();
                    case PUBLISHED -> published.named(ruleIds, rulebook);
                    case DIFF -> inBothForms(ruleIds);
                };
        Map<String, List<Parameter>> parameters = new LinkedHashMap<>();
        ids.forEach(id -> parameters.put(id, parameters(id, request.mode())));
        Settings.check(parameters, request.settings());
        if (!ruleIds.isEmpty()) {
            parameters.forEach((id, own) -> refuseUnset(id, own, request));
        }
        Ingested held = ingested.now();
        return ids.stream().map(id -> run(id, request, held)).toList();
    }

    /// All rules that are in order, as they are run by schedule. A setting that none of them knows
    /// is refused; `schedule` and `rule.schedule` are settings here.
    public List<Scheduled> scheduled(Map<String, String> settings) {
        Scheduled.check(rulebook.named(List.of()), settings);
        return rescheduled(settings);
    }

    /// As [#scheduled(Map)], with settings that were checked once: the rule that knew one may be
    /// gone.
    public List<Scheduled> rescheduled(Map<String, String> settings) {
        return rulebook.named(List.of()).stream()
                .map(rule -> Scheduled.of(rule, settings))
                .toList();
    }

    /// Runs a rule over the range that is its turn; one that lacks something is blind.
    public DetectionResult detect(Scheduled rule, Instant now, @Nullable Instant from, Instant to) {
        return linked(
                rulebook.one(rule.rule()),
                new DetectionRequest(Mode.LINKED, now, from, to, rule.settings()),
                ingested.now(),
                null);
    }

    /// What a rule finds, informational rows too, without a trace of it in the graph: no alert is
    /// raised and no run is kept.
    public DetectionResult rehearse(String ruleId, DetectionRequest request) {
        Rule rule = rulebook.one(ruleId);
        Settings settings = Settings.of(rule, request);
        List<String> lacking = rulebook.lacking(rule, request);
        if (!lacking.isEmpty()) {
            return DetectionResult.blind(rule.id(), Mode.LINKED, lacking);
        }
        Found found = Found.in(rulebook, rule, settings);
        return new DetectionResult(
                rule.id(),
                Mode.LINKED,
                found.columns(),
                found.printed(),
                found.completeness(
                        rule.blindness(
                                Ingested.in(graph, library), settings.from(), settings.to())),
                found.first().stream().map(row -> Finding.alert(rule, row)).toList(),
                List.of());
    }

    /// Which step of a rule kept an entity out, over the whole graph with the settings of a
    /// request.
    public WhyNot whyNot(String ruleId, NodeRef entity, DetectionRequest request) {
        Rule rule = rulebook.one(ruleId);
        List<String> blind = rule.blindness(ingested.now(), request.from(), request.to());
        return new Inquiry(graph, library, rule, rulebook.processor(rule), entity)
                .answer(rulebook.lacking(rule, request), blind, request);
    }

    private List<String> inBothForms(Collection<String> ruleIds) {
        List<String> linked = rulebook.named(ruleIds).stream().map(Rule::id).toList();
        List<String> both = new ArrayList<>(published.named(ruleIds, rulebook));
        both.retainAll(linked);
        return both;
    }

    private List<Parameter> parameters(String id, Mode mode) {
        List<Parameter> parameters = new ArrayList<>();
        if (mode != Mode.PUBLISHED) {
            parameters.addAll(rulebook.one(id).parameters());
        }
        if (mode != Mode.LINKED) {
            parameters.addAll(published.rule(id).parameters());
        }
        return parameters;
    }

    private static void refuseUnset(
            String rule, List<Parameter> parameters, DetectionRequest request) {
        List<String> unset = Settings.unset(rule, parameters, request);
        if (!unset.isEmpty()) {
            throw new RefusedRequest(
                    rule + ": " + String.join(", ", unset) + ": set it with --set NAME=VALUE");
        }
    }

    private DetectionResult run(String id, DetectionRequest request, Ingested held) {
        return switch (request.mode()) {
            case LINKED -> linked(rulebook.one(id), request, held, keptResults);
            case PUBLISHED -> published.run(published.rule(id), request, held);
            case DIFF -> new DiffRun(rulebook, published).of(rulebook.one(id), request, held);
        };
    }

    private DetectionResult linked(
            Rule rule, DetectionRequest request, Ingested held, @Nullable KeptResults keptResults) {
        long began = System.nanoTime();
        Settings settings = Settings.of(rule, request);
        List<String> lacking = rulebook.lacking(rule, request);
        List<String> blind = new ArrayList<>(lacking);
        blind.addAll(rule.blindness(held, settings.from(), settings.to()));
        DetectionResult result =
                lacking.isEmpty()
                        ? raisedOrBlind(rule, settings, blind, keptResults)
                        : DetectionResult.blind(rule.id(), Mode.LINKED, blind);
        record(result, settings, Duration.ofNanos(System.nanoTime() - began));
        return result;
    }

    /// What only shows on the rows at hand, as a division by nothing, must not end the others.
    private DetectionResult raisedOrBlind(
            Rule rule, Settings settings, List<String> blind, @Nullable KeptResults keptResults) {
        try {
            return keptResults != null && rulebook.isPackaged(rule)
                    ? keptResults.of(rule, settings, () -> raised(rule, settings, blind))
                    : raised(rule, settings, blind).result();
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.BAD_QUERY || rulebook.isPackaged(rule)) {
                throw e;
            }
            String why = rule.file().source() + ": its statement fails: " + e.getMessage();
            return DetectionResult.blind(rule.id(), Mode.LINKED, List.of(why));
        }
    }

    private KeptResults.Made raised(Rule rule, Settings settings, List<String> blind) {
        Found found = Found.in(rulebook, rule, settings);
        List<Row> rows = found.first();
        Supplier<Raised> raise = () -> alerts.raise(worthTelling(rule, rows), settings.now());
        DetectionResult result =
                new DetectionResult(
                        rule.id(),
                        Mode.LINKED,
                        found.columns(),
                        found.printed(),
                        found.completeness(blind),
                        rulebook.isPackaged(rule)
                                ? keptAlerts.of(rule.id(), rows, raise)
                                : raise.get().alerts(),
                        List.of());
        return new KeptResults.Made(result, found.lasts());
    }

    private static List<Alert> worthTelling(Rule rule, List<Row> rows) {
        return rows.stream()
                .map(row -> Finding.alert(rule, row))
                .filter(alert -> alert.severity() != Severity.INFORMATIONAL)
                .toList();
    }

    private void record(DetectionResult result, Settings settings, Duration took) {
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
        run.put("millis", took.toMillis());
        run.put("completeness", result.completeness().word());
        run.put(
                "reasons",
                result.completeness() instanceof Blind blind ? blind.reasons() : List.of());
        String statement = library.file("write", "DetectionRun").statement();
        graph.write(transaction -> transaction.run(statement, run));
    }
}
