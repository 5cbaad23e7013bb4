package dev.fulgurite.detections;

import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.detections.PublishedQuery.Source;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The published forms of a library's detections.
final class Published {

    private static final DetectionRequest ANY =
            new DetectionRequest(Mode.PUBLISHED, Instant.EPOCH, null, null, Map.of());

    private final InvestigationGraph graph;
    private final Map<String, PublishedRule> rules = new TreeMap<>();
    private final Map<String, PublishedQuery> queries =
            ServiceLoader.load(PublishedQuery.class).stream()
                    .map(ServiceLoader.Provider::get)
                    .collect(Collectors.toMap(PublishedQuery::name, Function.identity()));

    Published(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        for (CypherFile file : library.files("published")) {
            PublishedRule rule = PublishedRule.of(file);
            if (!queries.containsKey(file.head("then"))) {
                throw file.refused(1, "no published query is called " + file.head("then"));
            }
            rules.put(rule.id(), rule);
        }
    }

    /// The ids in their order, or all when there are none; one without a published form is refused.
    List<String> named(Collection<String> ids, Rulebook others) {
        if (ids.isEmpty()) {
            return List.copyOf(rules.keySet());
        }
        for (String id : ids) {
            if (!rules.containsKey(id)) {
                others.named(List.of(id));
                throw new RefusedRequest(id + " has no published form: use --mode linked");
            }
        }
        return List.copyOf(ids);
    }

    PublishedRule rule(String id) {
        PublishedRule rule = rules.get(id);
        if (rule == null) {
            throw new IllegalArgumentException("no published form of " + id);
        }
        return rule;
    }

    PublishedQuery query(PublishedRule rule) {
        PublishedQuery query = queries.get(rule.file().head("then"));
        if (query == null) {
            throw new IllegalStateException("checked when it was read: " + rule.id());
        }
        return query;
    }

    /// Whether the published form of a rule can work on what was ingested; null when it has none.
    RuleState.@Nullable Form form(String id, Ingested held) {
        PublishedRule rule = rules.get(id);
        if (rule == null) {
            return null;
        }
        List<String> blind = new ArrayList<>(lacking(rule, ANY));
        blind.addAll(Rule.blindness(rule.needs(), held, null, null));
        return new RuleState.Form(
                blind.isEmpty() ? RuleState.State.READY : RuleState.State.BLIND, blind);
    }

    /// What a rule lacks to be run at all, as sentences: parameters and what they name.
    List<String> lacking(PublishedRule rule, DetectionRequest request) {
        List<String> unset = Settings.unset(rule.id(), rule.parameters(), request);
        return unset.isEmpty() ? query(rule).blindness(rule.settings(request)) : unset;
    }

    /// Runs a rule; nothing is written.
    DetectionResult run(PublishedRule rule, DetectionRequest request, Ingested held) {
        Settings settings = rule.settings(request);
        List<String> lacking = lacking(rule, request);
        List<String> blind = new ArrayList<>(lacking);
        blind.addAll(rule.blindness(held, settings));
        if (!lacking.isEmpty()) {
            return DetectionResult.blind(rule.id(), Mode.PUBLISHED, blind);
        }
        List<String> columns = query(rule).columns();
        Found found = Found.inTime(() -> Found.of(columns, answer(rule, settings, false).rows()));
        return new DetectionResult(
                rule.id(),
                Mode.PUBLISHED,
                columns,
                found.printed(),
                found.completeness(blind),
                List.of(),
                List.of());
    }

    /// Runs a query over the rows that the graph holds.
    Answer answer(PublishedRule rule, Settings settings, boolean explained) {
        Map<String, String> statements = new HashMap<>();
        for (int i = 0; i < rule.reads().size(); i++) {
            statements.put(rule.reads().get(i), rule.file().statement(i));
        }
        return query(rule)
                .answer(
                        new Source() {
                            @Override
                            public void read(String table, Consumer<Row> each) {
                                String statement = statements.get(table);
                                if (statement == null) {
                                    throw new IllegalArgumentException(
                                            rule.id() + " does not read " + table);
                                }
                                graph.scan(Query.of(statement, settings.parameters()), each);
                            }

                            @Override
                            public boolean explained() {
                                return explained;
                            }
                        },
                        settings);
    }
}
