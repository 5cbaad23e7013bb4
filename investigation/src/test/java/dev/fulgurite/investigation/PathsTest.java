package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two ways from a caller to a host, a hub between all, and an alert that is about both ends.
class PathsTest {

    private static final NodeRef CALLER = new NodeRef("Caller", "upn:a");
    private static final NodeRef HOST = new NodeRef("Host", "device:d");

    @TempDir static Path folder;

    private static InvestigationGraph graph;
    private static Investigation investigation;

    @BeforeAll
    static void open() {
        Path place = folder.resolve("graph");
        graph = Neo4jGraphs.embedded(place);
        investigation = Investigation.open(new GraphLocation.Folder(place));
        graph.write(transaction ->
                transaction.run(
                        """
                        CREATE (caller:Caller {key: 'upn:a'})
                        CREATE (host:Host {key: 'device:d'})
                        CREATE (vm:VirtualMachine {key: '/vm'})-[:IS {id: 'is'}]->(host)
                        CREATE (alert:Alert {key: 'x'})-[:ABOUT {id: 'a1'}]->(caller)
                        CREATE (alert)-[:ABOUT {id: 'a2'}]->(host)
                        CREATE (:Account {key: 'alone'})
                        CREATE (account:Account {key: 'hub'})-[:LOGGED_ON {id: 'l'}]->(host)
                        FOREACH (n IN range(1, 2) |
                          CREATE (caller)-[:INVOKED {id: 'i' + n}]->(o:Operation {key: 'o' + n})
                          CREATE (caller)-[:INVOKED {id: 'again' + n}]->(o)
                          CREATE (o)-[:TARGETED {id: 't' + n}]->(vm))
                        FOREACH (n IN range(1, 20000) |
                          CREATE (account)-[:LOGGED_ON {id: 'h' + n}]->(:Host {key: 'h' + n}))
                        """,
                        Map.of()));
    }

    @AfterAll
    static void close() {
        investigation.close();
        graph.close();
    }

    @Test
    void the_shortest_path_goes_over_evidence_and_not_over_the_alert() {
        FoundPaths found = investigation.paths(CALLER, HOST, PathSearch.SHORTEST);

        assertThat(found.trails()).hasSize(1);
        assertThat(found.trails().getFirst().steps())
                .extracting(step -> step.type())
                .containsExactly("INVOKED", "TARGETED", "IS");
        assertThat(found.cut()).isFalse();
    }

    @Test
    void all_shortest_paths_are_told_once_each_by_their_nodes() {
        FoundPaths found = investigation.paths(CALLER, HOST, PathSearch.shortest(10));

        assertThat(found.trails())
                .extracting(trail -> trail.nodes().get(1).key())
                .containsExactly("o1", "o2");
        assertThat(found.trails().getFirst().steps().getFirst().id()).isEqualTo("again1");
        assertThat(found.graph().nodes()).hasSize(5);
    }

    @Test
    void a_cut_says_how_many_there_are() {
        FoundPaths found = investigation.paths(CALLER, HOST, PathSearch.shortest(1));

        assertThat(found.cutWords()).isEqualTo("first 1 of 2");
    }

    @Test
    void a_path_through_a_hub_is_found_from_its_quiet_end() {
        FoundPaths found =
                investigation.paths(new NodeRef("Host", "h77"), CALLER, PathSearch.shortest(10));

        assertThat(found.total()).isEqualTo(2);
        assertThat(found.trails().getFirst().steps()).hasSize(5);
    }

    @Test
    void types_and_length_bound_what_is_found() {
        assertThat(
                        investigation
                                .paths(
                                        CALLER,
                                        HOST,
                                        new PathSearch(Set.of("INVOKED", "IS"), 12, 1, false))
                                .trails())
                .isEmpty();
        assertThat(investigation.paths(CALLER, HOST, new PathSearch(Set.of(), 2, 1, true)).trails())
                .isEmpty();
        assertThat(
                        investigation
                                .paths(CALLER, new NodeRef("Account", "alone"), PathSearch.SHORTEST)
                                .trails())
                .isEmpty();
    }

    @Test
    void a_node_is_its_own_path() {
        assertThat(investigation.paths(HOST, HOST, PathSearch.SHORTEST).trails().getFirst().nodes())
                .hasSize(1);
    }

    @Test
    void a_type_that_is_no_evidence_is_refused() {
        assertThatThrownBy(() ->
                        investigation.paths(
                                CALLER, HOST, new PathSearch(Set.of("ABOUT"), 12, 1, false)))
                .isInstanceOf(InvestigationException.class)
                .hasMessageContaining("INVOKED");
    }

    @Test
    void the_statements_name_every_type_that_bears_evidence() {
        CypherLibrary library = CypherLibrary.packaged();
        Schema schema = new Schema(library);
        String types =
                String.join("|", schema.types().stream().filter(schema::bearsEvidence).toList());
        for (String id : List.of("path", "paths")) {
            assertThat(library.file("read", id).statement())
                    .contains("[:" + types + "*.." + PathSearch.LONGEST + "]");
        }
    }
}
