package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.investigation.query.Journal;
import dev.fulgurite.investigation.search.Search;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is asked ahead is, but for what it asks for, what an analyst asks later.
class PlansAheadTest {

    private static final TimeRange TIME = new TimeRange(Instant.EPOCH, Instant.now());
    private static final int RESULTS = 20;

    @TempDir static Path folder;
    private static InvestigationGraph graph;
    private static Investigation investigation;
    private static PlansAhead plans;

    @BeforeAll
    static void open() throws IOException {
        Path place = folder.resolve("graph");
        graph = Neo4jGraphs.embedded(place);
        investigation = Investigation.open(new GraphLocation.Folder(place));
        TinyIncident.store(graph, folder.resolve("log.jsonl"));
        plans = new PlansAhead(graph, CypherLibrary.packaged());
    }

    @AfterAll
    static void close() {
        investigation.close();
        graph.close();
    }

    @Test
    void whatever_is_asked_about_a_node_was_asked_ahead_with_one_plan() {
        List<NodeRef> some = plans.examples();
        Set<String> ahead = shapes(plans.of(some, TIME, RESULTS));

        assertThat(some).contains(TinyIncident.ALICE, TinyIncident.HOST, TinyIncident.MACHINE);
        for (NodeRef node : some) {
            List<PivotOffer> offers = investigation.pivots(node, TIME);
            assertThat(ahead).as("the menu of " + node).containsAll(askedOf(node));
            offers.forEach(offer -> investigation.pivot(node, offer, RESULTS));
            assertThat(ahead).as("the pivots of " + node).containsAll(askedOf(node));
            investigation.neighbours(node);
            investigation.alertsOn(node, 51);
            investigation.evidence(node.toString());
            assertThat(ahead).as("the inspector on " + node).containsAll(askedOf(node));
        }
    }

    @Test
    void what_is_asked_ahead_finds_nothing_and_is_told_to_nobody() {
        List<Journal.Asked> before = investigation.journal().latest();

        investigation.ahead(investigation.examples(), TIME, RESULTS).forEach(Runnable::run);

        assertThat(investigation.journal().latest()).isEqualTo(before);
        for (Query query : plans.of(plans.examples(), TIME, RESULTS)) {
            assertThat(graph.read(query).rows())
                    .as(query.text())
                    .allMatch(row -> row.columns().contains("total") && row.number("total") == 0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice", "alice@contoso.com", "Get-Process -Id 4", "Alice"})
    void whatever_is_searched_for_was_asked_ahead_with_one_plan(String text) {
        List<Query> asked = new ArrayList<>();
        Search search =
                new Search(
                        new ListenedGraph(graph, asked::add),
                        CypherLibrary.packaged(),
                        Investigation.SEARCH_TIME);
        Set<String> ahead = shapes(plans.ofSearch(search));

        search.entities(text, 1, new Cancellation());
        search.commands(text, 1, new Cancellation());

        assertThat(asked).hasSizeGreaterThan(5);
        assertThat(ahead).containsAll(shapes(asked));
    }

    /// What was asked about it since, by its key.
    private static Set<String> askedOf(NodeRef node) {
        return investigation.journal().latest().stream()
                .filter(asked -> node.key().equals(asked.parameters().get("key")))
                .map(asked -> shape(asked.text(), asked.parameters()))
                .collect(Collectors.toSet());
    }

    private static Set<String> shapes(List<Query> queries) {
        return queries.stream()
                .map(query -> shape(query.text(), query.parameters()))
                .collect(Collectors.toSet());
    }

    /// What Neo4j tells plans apart by.
    private static String shape(String text, Map<String, ?> parameters) {
        Map<String, String> kinds = new TreeMap<>();
        parameters.forEach((name, value) -> kinds.put(name, kind(value)));
        return text + kinds;
    }

    private static String kind(Object value) {
        return switch (value) {
            case null -> "nothing";
            case String words -> "text up to " + magnitude(words.length());
            case List<?> list -> "list up to " + magnitude(list.size());
            default -> value.getClass().getSimpleName();
        };
    }

    private static long magnitude(int size) {
        return size < 2 ? size : (long) Math.pow(10, Math.ceil(Math.log10(size)));
    }
}
