package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An ingest that is killed, as by a power cut, at moments drawn by lot, and begun again until one
/// gets through: the graph is the one that an undisturbed ingest makes, links included. What enters
/// a new graph takes another way than what enters one that holds data: both are killed.
/// `-Dfulgurite.kills=N` kills each N times instead of once, `-Dfulgurite.seed=S` draws other
/// moments.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private static final int KILLS = Integer.getInteger("fulgurite.kills", 1);
    private static final long SEED = Long.getLong("fulgurite.seed", 5);

    /// Of 512 bytes: enough for an empty graph, too few for this estate.
    private static final int FULL_BLOCKS = 4_000;

    private static final Path INFERRED =
            Repository.file("acceptance/src/test/resources/inferred.cypher");

    private Path folder;
    private Path estate;
    private Path holding;
    private Whole undisturbed;
    private Duration took = Duration.ZERO;

    private enum Target {
        NEW_GRAPH,
        GRAPH_THAT_HOLDS_DATA
    }

    private record Whole(String digest, List<String> ledgers, List<String> inferred) {}

    @BeforeAll
    void ingest_undisturbed(@TempDir Path temporary) throws Exception {
        folder = temporary;
        estate = folder.resolve("estate");
        Generator.write(estate, new Order(2_000, SEED, Shape.DATA_EXPORT, 2, 1, 1.5, 5));
        Path graph = folder.resolve("undisturbed");
        Instant began = Instant.now();
        assertThat(ingest(graph).waitFor()).isZero();
        took = Duration.between(began, Instant.now());
        undisturbed = whole(graph);
        assertThat(undisturbed.inferred()).isNotEmpty();

        holding = folder.resolve("holding");
        List<Path> files = files();
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(holding), null)) {
            investigation.ingest(files.subList(0, files.size() / 4), IngestListener.silent());
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_ingest_that_is_killed_at_any_moment_and_begun_again_ends_with_the_same_graph(
            Target target) throws Exception {
        Random random = new Random(SEED);
        Duration longest = took;
        int kills = 0;
        for (int round = 0; kills < KILLS; round++) {
            Path graph = folder.resolve(target + "_" + round);
            if (target == Target.GRAPH_THAT_HOLDS_DATA) {
                copy(holding, graph);
            }
            int before = kills;
            boolean through = false;
            while (!through) {
                Instant began = Instant.now();
                Process ingest = ingest(graph);
                long wait = random.nextLong(longest.toMillis());
                if (kills < KILLS && !ingest.waitFor(wait, TimeUnit.MILLISECONDS)) {
                    ingest.destroyForcibly().waitFor();
                    kills++;
                } else {
                    assertThat(ingest.waitFor(5, TimeUnit.MINUTES)).as("that it ends").isTrue();
                    assertThat(ingest.exitValue()).as(this::said).isZero();
                    // The first of all was slowed down by the loading of what all need.
                    longest = kills > before ? longest : Duration.between(began, Instant.now());
                    through = true;
                }
            }
            assertThat(whole(graph)).as("round %d of seed %d", round, SEED).isEqualTo(undisturbed);
        }
    }

    /// A limit to the size of files stands for the full disk: a write beyond it fails in the same
    /// way, and it needs no rights.
    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "sets the limit by the shell")
    void an_ingest_whose_disk_is_full_says_so_and_goes_on_when_it_is_not() throws Exception {
        Path graph = folder.resolve("full");
        Process full =
                Program.startWithFilesUpTo(
                        FULL_BLOCKS,
                        folder.resolve("ingest.log"),
                        "ingest",
                        estate.toString(),
                        "--graph",
                        graph.toString());
        assertThat(full.waitFor()).isEqualTo(1);
        assertThat(said())
                .contains("the disk takes nothing more", "run the same again")
                .doesNotContain("\tat ");

        assertThat(ingest(graph).waitFor()).as(this::said).isZero();
        assertThat(whole(graph)).isEqualTo(undisturbed);
    }

    @Test
    void an_import_taken_back_leaves_no_trace_in_what_was_inferred() throws Exception {
        List<Path> files = files();
        List<Path> first = files.subList(0, files.size() / 2);
        List<Path> second = files.subList(files.size() / 2, files.size());
        Path graph = folder.resolve("undone");
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(graph), null)) {
            investigation.ingest(first, IngestListener.silent());
            Whole without = whole(investigation);
            investigation.ingest(second, IngestListener.silent());
            assertThat(whole(investigation)).isNotEqualTo(without);
            for (Path file : second) {
                investigation.undo(file.toString());
            }
            assertThat(whole(investigation)).isEqualTo(without);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(estate)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("truth.json"))
                    .sorted()
                    .toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : (Iterable<Path>) all::iterator) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("ingest.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private Process ingest(Path graph) throws IOException {
        return Program.start(
                folder.resolve("ingest.log"),
                "ingest",
                estate.toString(),
                "--graph",
                graph.toString());
    }

    private static Whole whole(Path graph) throws IOException {
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(graph), null)) {
            return whole(investigation);
        }
    }

    private static Whole whole(Investigation investigation) throws IOException {
        List<String> ledgers = new ArrayList<>();
        for (Ledger ledger : investigation.ledgers()) {
            assertThat(ledger.closes()).as(ledger.name()).isTrue();
            assertThat(ledger.complete()).as(ledger.name()).isTrue();
            ledgers.add(ledger.name() + " " + ledger.read() + " " + ledger.stored());
        }
        List<String> inferred = new ArrayList<>();
        for (Row row : investigation.query(Files.readString(INFERRED)).rows()) {
            inferred.add(row.text("element") + " " + row.text("reason"));
        }
        inferred.sort(null);
        return new Whole(investigation.digest(), ledgers, inferred);
    }
}
