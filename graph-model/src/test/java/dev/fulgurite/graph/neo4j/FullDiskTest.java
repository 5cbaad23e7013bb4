package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.FirstImport;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A disk that takes nothing more in the middle of an ingest. It is stood for by a limit to the
/// size of files, which needs no rights: a write beyond it fails as one to a full disk does.
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets the limit by the shell")
class FullDiskTest {

    private static final int BATCHES = 60;
    private static final int KILOBYTES_IN_BLOCKS = 2;
    private static final String ORDINARY = "ordinary";
    private static final String FIRST = "first import";

    private static String digest = "";
    private static List<Ledger> ledgers = List.of();

    @TempDir Path folder;

    /// What a graph holds whose disk was never full.
    @BeforeAll
    static void store(@TempDir Path folder) {
        try (InvestigationGraph never = Neo4jGraphs.embedded(folder)) {
            batches().forEach(never::store);
            digest = never.digest();
            ledgers = never.ledgers();
        }
    }

    @ParameterizedTest
    @CsvSource({ORDINARY + ", 2500", FIRST + ", 700", FIRST + ", 1000"})
    void a_full_disk_is_told_and_the_same_again_ends_with_the_same_graph(String way, int kilobytes)
            throws Exception {
        Path graph = folder.resolve("graph");
        Neo4jGraphs.embedded(graph).close();

        assertThat(filling(graph, way, kilobytes)).isEqualTo("FULL");

        assertThat(filling(graph, way, Integer.MAX_VALUE / KILOBYTES_IN_BLOCKS))
                .isEqualTo("stored");
        try (InvestigationGraph after = Neo4jGraphs.embedded(graph)) {
            assertThat(after.digest()).isEqualTo(digest);
            assertThat(after.ledgers()).isEqualTo(ledgers).isNotEmpty();
        }
    }

    /// Stores all in a process of its own that may write files of this size.
    ///
    /// @return what became of it, in its own words
    private String filling(Path graph, String way, int kilobytes) throws Exception {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("/bin/sh", "-c", "ulimit -f $0 && exec \"$@\""));
        command.add(String.valueOf(kilobytes * KILOBYTES_IN_BLOCKS));
        command.add(ProcessHandle.current().info().command().orElseThrow());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(FullDiskTest.class.getName(), graph.toString(), way));
        Process process =
                new ProcessBuilder(command)
                        .redirectError(Redirect.to(folder.resolve("said").toFile()))
                        .start();
        try {
            String told =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("that it ends").isTrue();
            return told.strip();
        } finally {
            process.destroyForcibly();
        }
    }

    private static List<GraphBatch> batches() {
        return IntStream.range(0, BATCHES).mapToObj(ServerLossTest::batch).toList();
    }

    /// The process whose disk is full.
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (InvestigationGraph graph = Neo4jGraphs.embedded(Path.of(arguments[0]))) {
            if (arguments[1].equals(FIRST)) {
                try (FirstImport filling = graph.firstImport().orElseThrow()) {
                    batches().forEach(filling::store);
                    filling.finish();
                }
            } else {
                store(graph);
            }
            out.println("stored");
        } catch (GraphException e) {
            out.println(e.kind());
        }
        // As a command ends: without waiting for threads that cannot write.
        System.exit(0);
    }

    private static void store(InvestigationGraph graph) {
        List<GraphBatch> batches = batches();
        long read = graph.ledgers().stream().mapToLong(Ledger::read).sum();
        for (GraphBatch batch : batches) {
            if (batch.ledger().read() > read) {
                graph.store(batch);
            }
        }
    }
}
