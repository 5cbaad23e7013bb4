package dev.fulgurite.detections;

import dev.fulgurite.detections.RuleState.State;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFileException;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The detections of a library: which are in order, and which were refused and why.
final class Rulebook {

    private final InvestigationGraph graph;
    private final CypherLibrary library;
    private final Map<String, Rule> rules = new TreeMap<>();
    private final Map<String, RuleState> refused = new TreeMap<>();
    private final Map<String, PostProcessor> processors;
    private final Set<CypherFile> packaged =
            Set.copyOf(CypherLibrary.packaged().files("detections"));
    private final Map<String, Explanation> explanations = new ConcurrentHashMap<>();
    private final KeptRows kept;
    private final KeptWork keptWork = new KeptWork();

    Rulebook(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
        this.kept = new KeptRows(graph, library);
        this.processors =
                ServiceLoader.load(PostProcessor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .collect(Collectors.toMap(PostProcessor::name, Function.identity()));
        for (CypherFile file : library.files("detections")) {
            try {
                Rule rule = Rule.of(file);
                checkProcessor(rule);
                rules.put(rule.id(), rule);
            } catch (CypherFileException e) {
                refused.put(file.id(), refused(file, e));
            }
        }
    }

    private void checkProcessor(Rule rule) {
        String then = rule.file().head("then");
        if (!then.isEmpty() && !processors.containsKey(then)) {
            throw rule.file().refused(1, "no post-processor is called " + then);
        }
        String steps = rule.file().head("steps");
        if (!steps.isEmpty() && !library.has("steps", steps)) {
            throw rule.file().refused(1, "no steps are called " + steps);
        }
    }

    private static RuleState refused(CypherFile file, CypherFileException e) {
        return RuleState.refused(
                file.id(),
                file.head("title"),
                List.of(String.valueOf(e.getMessage())),
                e.file(),
                e.line());
    }

    /// The rules with these ids in this order, or all that are in order when none is named: by
    /// their ids, those last that read what the others found.
    List<Rule> named(Collection<String> ids) {
        if (ids.isEmpty()) {
            return rules.values().stream()
                    .filter(rule -> complaints(rule).isEmpty())
                    .sorted(Comparator.comparing(Rule::isLast))
                    .toList();
        }
        List<Rule> named = new ArrayList<>();
        for (String id : ids) {
            RuleState no = refused.get(id);
            if (no != null) {
                throw new RefusedRequest(String.join("; ", no.reasons()));
            }
            Rule rule = rules.get(id);
            if (rule == null) {
                throw new RefusedRequest(
                        "no rule is called '"
                                + id
                                + "'; there are "
                                + String.join(", ", rules.keySet()));
            }
            List<String> complaints = complaints(rule);
            if (!complaints.isEmpty()) {
                throw new RefusedRequest(String.join("; ", complaints));
            }
            named.add(rule);
        }
        return named;
    }

    /// The rule with this id; refused when there is none, or it is not in order.
    Rule one(String id) {
        return named(List.of(id)).getFirst();
    }

    /// The rule's post-processing; nothing is done where it names none.
    PostProcessor processor(Rule rule) {
        PostProcessor processor = processors.get(rule.file().head("then"));
        return processor == null ? (rows, _) -> rows : processor;
    }

    /// What a rule's statement gives, each path reduced.
    KeptRows.Given rows(Rule rule, Settings settings) {
        Map<String, @Nullable Object> parameters = settings.parameters();
        if (!isPackaged(rule)) {
            return read(rule.statement(), parameters);
        }
        parameters.remove("now");
        String statement = rule.statement();
        Supplier<KeptRows.Given> read = () -> read(statement, parameters);
        return rule.isLast()
                ? kept.ofAlerts(rule.id(), statement, parameters, read)
                : kept.of(statement, parameters, read);
    }

    /// What stands of the rows that a rule's statement gave.
    Found standing(Rule rule, KeptRows.Given given, Settings settings) {
        return keptWork.of(
                rule.id(),
                processor(rule),
                given,
                settings,
                rows -> Found.of(printed(rule, given.columns()), rows));
    }

    /// Whether a rule is the product's own. The rows of these stay what they are while evidence and
    /// links do, and the alerts of the others where they read these. What a rule of the analyst's
    /// reads is not known, nor whether its statement works on every graph.
    boolean isPackaged(Rule rule) {
        return packaged.contains(rule.file());
    }

    private KeptRows.Given read(
            String statement, Map<String, ? extends @Nullable Object> parameters) {
        List<Row> rows = new ArrayList<>();
        List<String> columns =
                graph.scan(Query.of(statement, parameters), row -> rows.add(CasePath.reduced(row)));
        return new KeptRows.Given(columns, List.copyOf(rows));
    }

    /// What a rule lacks to be run at all, as sentences: parameters and what they name.
    List<String> lacking(Rule rule, DetectionRequest request) {
        List<String> lacking =
                new ArrayList<>(Settings.unset(rule.id(), rule.parameters(), request));
        if (lacking.isEmpty()) {
            lacking.addAll(processor(rule).blindness(Settings.of(rule, request)));
        }
        return lacking;
    }

    /// Of the columns that a rule's statement returns, those that are printed.
    List<String> printed(Rule rule, List<String> columns) {
        Set<String> hidden = new HashSet<>(Rule.CONTROL);
        hidden.addAll(processor(rule).inner());
        return columns.stream().filter(column -> !hidden.contains(column)).toList();
    }

    /// Asked once: planning a long statement takes longer than running it.
    private Explanation explained(Rule rule) {
        return explanations.computeIfAbsent(rule.id(), _ -> graph.explain(rule.statement()));
    }

    List<RuleState> states(Ingested held) {
        Map<String, RuleState> states = new TreeMap<>(refused);
        rules.values().forEach(rule -> states.put(rule.id(), state(rule, held)));
        return List.copyOf(states.values());
    }

    private RuleState state(Rule rule, Ingested held) {
        List<String> wrong = complaints(rule);
        List<String> blind = new ArrayList<>(lacking(rule, DetectionRequest.linked(Instant.EPOCH)));
        blind.addAll(rule.blindness(held, null, null));
        State state =
                !wrong.isEmpty() ? State.REFUSED : blind.isEmpty() ? State.READY : State.BLIND;
        return new RuleState(
                rule.id(),
                rule.title(),
                rule.severity(),
                rule.attack(),
                rule.parameters(),
                state,
                wrong.isEmpty() ? blind : wrong,
                rule.file().source(),
                wrong.isEmpty() ? 0 : rule.file().statements().getFirst().line(),
                null);
    }

    /// What is wrong with a rule's statement, as sentences with file and line. The product's own
    /// were checked when it was built.
    private List<String> complaints(Rule rule) {
        if (packaged.contains(rule.file())) {
            return List.of();
        }
        return check(rule);
    }

    /// What is wrong with a rule's statement, asked of the graph.
    List<String> check(Rule rule) {
        int line = rule.file().statements().getFirst().line();
        String where = rule.file().source() + ":" + line + ": ";
        try {
            Explanation explanation = explained(rule);
            List<String> complaints = new ArrayList<>();
            if (!explanation.readsOnly()) {
                complaints.add(where + "a detection only reads");
            }
            List<String> undeclared = rule.undeclared();
            if (!undeclared.isEmpty()) {
                complaints.add(
                        where + "the head has no parameter " + String.join(", ", undeclared));
            }
            if (!explanation.unknown().isEmpty()) {
                complaints.add(where + String.join(" ", explanation.unknown()));
            }
            List<String> missing = new ArrayList<>(Rule.CONTROL);
            missing.remove("evidence");
            missing.addAll(Sentence.slots(rule.alert()));
            missing.removeAll(explanation.columns());
            if (!missing.isEmpty()) {
                complaints.add(where + "does not return " + String.join(", ", missing));
            }
            return complaints;
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.BAD_QUERY) {
                throw e;
            }
            return List.of(where + e.getMessage());
        }
    }
}
