package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.GraphBatch;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A process is killed while it makes a graph.
class FirstStartTest {

    private static final int KILLS = Integer.getInteger("fulgurite.kills", 1);
    private static final long SEED = Long.getLong("fulgurite.seed", 7);

    /// A graph is there after some two seconds.
    private static final int LONGEST_MILLIS = 4_000;

    private static final String LOGS = "neo4j/data/transactions/";
    private static final String STORES = "neo4j/data/databases/";

    @TempDir Path folder;

    @Test
    void a_graph_whose_making_is_killed_at_any_moment_is_made_by_the_next() throws Exception {
        Random random = new Random(SEED);
        for (int kill = 0; kill < KILLS; kill++) {
            Path graph = folder.resolve("killed" + kill);
            Process making = making(graph);
            making.waitFor(random.nextInt(LONGEST_MILLIS), TimeUnit.MILLISECONDS);
            making.destroyForcibly().waitFor();

            opens(graph);
        }
    }

    /// Neo4j would wait for ever for a store that has no transaction log.
    @ParameterizedTest
    @ValueSource(strings = {"system", "neo4j"})
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void what_a_killed_first_start_left_is_made_anew(String store) throws Exception {
        Path graph = folder.resolve("graph");
        Neo4jGraphs.embedded(graph).close();
        delete(graph.resolve(LOGS + store));
        if (store.equals("system")) {
            delete(graph.resolve(STORES + "neo4j"));
        }
        Files.writeString(graph.resolve("neo4j/first-start"), "made");

        opens(graph);
    }

    @Test
    void a_database_that_was_imported_and_not_started_yet_is_kept() throws Exception {
        Path graph = folder.resolve("graph");
        GraphBatch batch = new RandomEvents(3).distinctBatches().getFirst();
        try (InvestigationGraph first = Neo4jGraphs.embedded(graph)) {
            first.store(batch);
        }
        delete(graph.resolve(LOGS + "system"));
        FirstStart.ofImport(graph.resolve("neo4j"));

        try (InvestigationGraph again = Neo4jGraphs.embedded(graph)) {
            assertThat(again.ledgers()).isNotEmpty();
        }
        assertThat(graph.resolve("neo4j/first-start")).doesNotExist();
    }

    @Test
    void a_mark_that_nobody_wrote_on_throws_nothing_away() throws Exception {
        Path graph = folder.resolve("graph");
        try (InvestigationGraph first = Neo4jGraphs.embedded(graph)) {
            first.store(new RandomEvents(3).distinctBatches().getFirst());
        }
        Files.createFile(graph.resolve("neo4j/first-start"));

        try (InvestigationGraph again = Neo4jGraphs.embedded(graph)) {
            assertThat(again.ledgers()).isNotEmpty();
        }
    }

    @Test
    void while_one_process_makes_a_graph_another_is_told() {
        Path home = folder.resolve("graph/neo4j");
        try (FirstStart first = FirstStart.of(home)) {
            assertThat(first.isFirst()).isTrue();
            assertThatThrownBy(() -> FirstStart.of(home))
                    .isInstanceOfSatisfying(
                            GraphException.class,
                            locked ->
                                    assertThat(locked.kind()).isEqualTo(GraphException.Kind.LOCKED))
                    .hasMessageContaining("another process is making this graph");
        }
    }

    @Test
    void a_graph_that_lost_its_logs_says_so() throws Exception {
        Path graph = folder.resolve("graph");
        Neo4jGraphs.embedded(graph).close();
        delete(graph.resolve(LOGS + "system"));

        assertThatThrownBy(() -> Neo4jGraphs.embedded(graph))
                .isInstanceOf(GraphException.class)
                .hasMessageContaining("cannot open the graph in " + graph + ": the files in")
                .hasMessageContaining("ingest again into another --graph");
    }

    /// As Neo4j's virtual threads do that wait for a page: on as many processors as there are, none
    /// else would come to run.
    @Test
    void virtual_threads_that_never_yield_leave_room_for_others() throws Exception {
        Neo4jGraphs.embedded(folder.resolve("graph")).close();
        AtomicBoolean spinning = new AtomicBoolean(true);
        CountDownLatch ran = new CountDownLatch(1);
        try {
            for (int i = 0; i < Math.min(4, Runtime.getRuntime().availableProcessors()); i++) {
                Thread.ofVirtual()
                        .start(() -> {
                            while (spinning.get()) {
                                Thread.onSpinWait();
                            }
                        });
            }
            Thread.ofVirtual().start(ran::countDown);

            assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            spinning.set(false);
        }
    }

    private static void opens(Path graph) {
        try (InvestigationGraph again = Neo4jGraphs.embedded(graph)) {
            assertThat(again.ledgers()).isEmpty();
        }
        assertThat(graph.resolve("neo4j/first-start")).doesNotExist();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private static Process making(Path graph) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FirstStartTest.class.getName(), graph.toString()));
        return new ProcessBuilder(command)
                .redirectError(Redirect.DISCARD)
                .redirectOutput(Redirect.DISCARD)
                .start();
    }

    /// The process that is killed.
    public static void main(String[] arguments) {
        Neo4jGraphs.embedded(Path.of(arguments[0])).close();
    }
}
