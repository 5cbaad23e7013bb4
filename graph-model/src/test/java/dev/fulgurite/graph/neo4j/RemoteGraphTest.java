package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The store on a server: a real one, in a process of its own.
class RemoteGraphTest extends GraphContract {

    @TempDir static Path folder;

    private static Neo4jServer server;
    private static InvestigationGraph graph;

    @BeforeAll
    static void open() throws Exception {
        server = Neo4jServer.start(folder);
        graph = Neo4jGraphs.connect(server.uri("neo4j"), "neo4j", Neo4jServer.PASSWORD);
    }

    @AfterAll
    static void close() throws InterruptedException {
        graph.close();
        server.stop();
    }

    @Override
    InvestigationGraph graph() {
        return graph;
    }

    @Test
    void bolt_addresses_reach_it_too() {
        try (InvestigationGraph bolt =
                Neo4jGraphs.connect(server.uri("bolt"), "neo4j", Neo4jServer.PASSWORD)) {
            assertThat(bolt.read(Query.of("RETURN 1 AS one")).rows()).hasSize(1);
        }
    }

    @Test
    void a_wrong_password_is_refused_without_being_repeated() {
        assertThatThrownBy(() -> Neo4jGraphs.connect(server.uri("bolt"), "neo4j", "not-this-one"))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.REFUSED))
                .message()
                .contains("FULGURITE_PASSWORD")
                .doesNotContain("not-this-one");
    }

    @Test
    void a_server_that_is_down_is_unreachable() {
        assertThatThrownBy(
                        () -> Neo4jGraphs.connect(URI.create("bolt://127.0.0.1:1"), "neo4j", "x"))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.UNREACHABLE))
                .hasMessageContaining("bolt://127.0.0.1:1");
    }

    @Test
    void an_address_that_is_none_is_named() {
        assertThatThrownBy(
                        () -> Neo4jGraphs.connect(URI.create("http://127.0.0.1:1"), "neo4j", "x"))
                .hasMessageContaining("bolt://");
    }
}
