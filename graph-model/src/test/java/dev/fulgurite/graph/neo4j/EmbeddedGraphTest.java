package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.InvestigationGraph.Work;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.cypher.internal.planning.CompilationException;

/// The store inside this process.
class EmbeddedGraphTest extends GraphContract {

    @TempDir static Path folder;

    private static final List<String> OTHER_CLIENT =
            List.of(
                    "DROP INDEX ABOUT_id IF EXISTS",
                    "CREATE CONSTRAINT ABOUT_id IF NOT EXISTS FOR ()-[r:ABOUT]-()"
                            + " REQUIRE r.id IS UNIQUE");

    private static InvestigationGraph graph;

    @BeforeAll
    static void open() {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @Override
    InvestigationGraph graph() {
        return graph;
    }

    @Test
    void another_process_of_the_user_shares_the_graph_that_is_open() {
        graph.write(transaction -> transaction.run("CREATE (:Host {key: 'shared'})", Map.of()));

        try (InvestigationGraph second = Neo4jGraphs.embedded(folder.resolve("graph"))) {
            assertThat(second.read(Query.of("MATCH (h:Host) RETURN h.key AS key")).rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.text("key")).isEqualTo("shared"));
        }
    }

    /// Of two clients that open a new server at once the second sees an index of the first that has
    /// no constraint yet, and finds it bound to one when it comes to drop it.
    @Test
    void a_constraint_that_another_client_makes_meanwhile_is_nothing_in_the_way() {
        Query constraints = Query.of("SHOW CONSTRAINTS YIELD name RETURN collect(name) AS names");
        String orphan = "CREATE INDEX ABOUT_id FOR ()-[r:ABOUT]-() ON (r.id)";
        try (EmbeddedDatabase server =
                EmbeddedDatabase.start(GraphFolder.of(folder.resolve("server")))) {
            server.connection().write(transaction -> transaction.run(orphan, Map.of()));
            Connection late = new LateConnection(server.connection());
            try (InvestigationGraph second =
                    Neo4jGraph.over(late, "server", CypherLibrary.packaged())) {
                assertThat(second.read(constraints).rows())
                        .isEqualTo(graph.read(constraints).rows());
            }
        }
    }

    /// Before it drops an index another client makes the constraint.
    private record LateConnection(Connection connection) implements Connection {

        @Override
        public <T> T write(Work<T> work) {
            return connection.write(transaction ->
                    work.in((statement, parameters) -> {
                        if (statement.startsWith("DROP INDEX")) {
                            for (String other : OTHER_CLIENT) {
                                connection.write(own -> own.run(other, Map.of()));
                            }
                        }
                        return transaction.run(statement, parameters);
                    }));
        }

        @Override
        public Result read(Query query, Cancellation cancellation) {
            return connection.read(query, cancellation);
        }

        @Override
        public List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each) {
            return connection.scan(query, cancellation, each);
        }

        @Override
        public Explanation explain(String statement) {
            return connection.explain(statement);
        }

        @Override
        public void close() {
            connection.close();
        }
    }

    @Test
    void a_graph_that_was_closed_says_so() {
        InvestigationGraph second = Neo4jGraphs.embedded(folder.resolve("graph"));
        second.close();

        assertThatThrownBy(() -> second.read(Query.of("RETURN 1 AS one")))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("was closed");
    }

    /// Neo4j gives up to plan a statement while many indexes come up, with a checked exception.
    @Test
    void what_could_not_be_planned_while_the_schema_changed_is_tried_again() {
        AtomicInteger writes = new AtomicInteger();
        AtomicInteger reads = new AtomicInteger();

        String written =
                graph.write(transaction -> {
                    giveUpPlanning(writes.incrementAndGet());
                    return "written";
                });
        graph.scan(
                Query.of("RETURN 1 AS one"),
                new Cancellation(),
                _ -> giveUpPlanning(reads.incrementAndGet()));

        assertThat(written).isEqualTo("written");
        assertThat(List.of(writes.get(), reads.get())).containsExactly(3, 3);
    }

    private static void giveUpPlanning(int attempt) {
        if (attempt < 3) {
            EmbeddedGraphTest.<RuntimeException>sneak(
                    CompilationException.tooFrequentSchemaChanges());
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void sneak(Exception checked) throws E {
        throw (E) checked;
    }

    @Test
    void only_its_user_may_read_how_to_reach_it() throws IOException {
        for (String secret : List.of("running.json", "password")) {
            Path file = folder.resolve("graph").resolve(secret);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void a_graph_that_another_process_holds_without_saying_so_is_locked() throws IOException {
        Path running = folder.resolve("graph").resolve("running.json");
        byte[] said = Files.readAllBytes(running);
        Files.delete(running);
        try {
            assertThatThrownBy(() -> Neo4jGraphs.embedded(folder.resolve("graph")))
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.LOCKED))
                    .hasMessageContaining("locked");
        } finally {
            Files.write(running, said);
        }
    }

    @Test
    void a_process_that_only_has_the_number_of_a_killed_one_does_not_hold_its_graph() {
        GraphFolder killed = GraphFolder.of(folder.resolve("killed"));

        killed.announce(RunningGraph.here(7687, "secret"));
        assertThat(killed.running()).isPresent();

        killed.announce(new RunningGraph(ProcessHandle.current().pid(), 1, 7687, "secret"));
        assertThat(killed.running()).isEmpty();
    }

    @Test
    void a_folder_with_other_things_in_it_is_refused() throws IOException {
        Path documents = Files.createDirectories(folder.resolve("documents"));
        Files.writeString(documents.resolve("letter.txt"), "dear");
        assertThatThrownBy(() -> Neo4jGraphs.embedded(documents))
                .hasMessageContaining("name a new or empty folder");
        assertThat(documents.resolve("neo4j")).doesNotExist();
    }

    @Test
    void what_was_stored_is_there_after_closing_and_opening_again_even_without_the_password_file()
            throws IOException {
        Path again = folder.resolve("again");
        try (InvestigationGraph first = Neo4jGraphs.embedded(again)) {
            first.write(transaction -> transaction.run("CREATE (:Host {key: 'kept'})", Map.of()));
        }
        assertThat(again.resolve("running.json")).doesNotExist();
        Files.delete(again.resolve("password"));
        try (InvestigationGraph second = Neo4jGraphs.embedded(again)) {
            assertThat(second.read(Query.of("MATCH (h:Host) RETURN h.key AS key")).rows())
                    .hasSize(1);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_not_told_as_a_full_disk() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThatThrownBy(() -> Neo4jGraphs.embedded(file.resolve("graph")))
                .isInstanceOfSatisfying(
                        GraphException.class,
                        e -> assertThat(e.kind()).isEqualTo(GraphException.Kind.FAILED))
                .hasMessageContaining("cannot use it for a graph");
    }
}
