package dev.fulgurite.graph.neo4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.NodeRef;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that dies in the middle of an ingest and comes back: nothing is lost, nothing is stored
/// or counted twice. `-Dfulgurite.kills=N` kills it more often than once, several times in one
/// ingest.
class ServerLossTest {

    private static final int KILLS = Integer.getInteger("fulgurite.kills", 1);
    private static final long SEED = Long.getLong("fulgurite.seed", 11);
    private static final int BATCHES = 60;
    private static final int EVENTS = 200;
    private static final String FILE = "c".repeat(64);
    private static final Instant AT = Instant.parse("2026-11-21T10:00:00.1234567Z");

    @Test
    void a_server_that_is_killed_at_any_moment_ends_with_the_same_graph(@TempDir Path folder)
            throws Exception {
        String whole;
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder.resolve("whole"))) {
            IntStream.range(0, BATCHES).forEach(i -> graph.store(batch(i)));
            whole = graph.digest();
        }
        Random random = new Random(SEED);
        Neo4jServer server = Neo4jServer.start(folder.resolve("server"));
        try {
            int kills = 0;
            for (int round = 0; kills < KILLS; round++) {
                InvestigationGraph graph = connect(server);
                graph.write(t ->
                        t.run("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n", Map.of()));
                graph.close();
                kills += ingestThrough(server, random, KILLS - kills);
                try (InvestigationGraph after = connect(server)) {
                    assertThat(after.digest())
                            .as("round %d of seed %d", round, SEED)
                            .isEqualTo(whole);
                    Ledger ledger = after.ledger(FILE).orElseThrow();
                    assertThat(ledger.stored()).isEqualTo((long) BATCHES * EVENTS);
                    assertThat(ledger.closes()).isTrue();
                }
            }
        } finally {
            server.stop();
        }
    }

    /// Stores all batches, while the server dies some milliseconds after it answers, and again
    /// after it came back.
    ///
    /// @return how often it died
    private static int ingestThrough(Neo4jServer server, Random random, int most) throws Exception {
        CountDownLatch through = new CountDownLatch(1);
        try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
            Future<Integer> killer =
                    thread.submit(() -> {
                        int kills = 0;
                        while (kills < most
                                && !through.await(random.nextInt(1_500), TimeUnit.MILLISECONDS)) {
                            server.kill();
                            server.startAgain();
                            kills++;
                            connect(server).close();
                        }
                        return kills;
                    });
            try {
                ingest(server);
            } finally {
                through.countDown();
            }
            return killer.get();
        }
    }

    private static void ingest(Neo4jServer server) throws Exception {
        boolean done = false;
        while (!done) {
            try (InvestigationGraph graph = connect(server)) {
                // What an ingest does that starts anew: it goes on behind what the ledger says.
                long read = graph.ledger(FILE).map(Ledger::read).orElse(0L);
                for (int i = (int) (read / EVENTS); i < BATCHES; i++) {
                    graph.store(batch(i));
                }
                done = true;
            } catch (GraphException lost) {
                assertThat(lost.kind()).isEqualTo(GraphException.Kind.UNREACHABLE);
            }
        }
    }

    private static InvestigationGraph connect(Neo4jServer server) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofMinutes(3));
        while (true) {
            try {
                return Neo4jGraphs.connect(server.uri("neo4j"), "neo4j", Neo4jServer.PASSWORD);
            } catch (GraphException down) {
                if (Instant.now().isAfter(until)) {
                    throw down;
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
        }
    }

    static GraphBatch batch(int number) {
        List<GraphEvent> events =
                IntStream.range(number * EVENTS, (number + 1) * EVENTS)
                        .mapToObj(ServerLossTest::logon)
                        .toList();
        Ledger ledger =
                new Ledger(
                        FILE,
                        "logons.csv",
                        "",
                        1000,
                        "csv",
                        Map.of("DeviceLogonEvents", (number + 1L) * EVENTS),
                        Map.of(),
                        (number + 1L) * EVENTS,
                        0,
                        0,
                        0,
                        0,
                        "",
                        List.of(),
                        List.of(),
                        number == BATCHES - 1);
        return new GraphBatch(events, ledger);
    }

    private static GraphEvent logon(int number) {
        NodeRef account = new NodeRef("Account", "name:contoso\\user" + number % 50);
        NodeRef host = new NodeRef("Host", "device:d" + number % 20);
        return new GraphEvent(
                "event" + number,
                AT.plusSeconds(number),
                new Evidence(FILE, number * 100L, 100, number + 2L),
                new RelationCarrier("LOGGED_ON", account, host, Map.of("LogonType", "Network")),
                List.of(
                        new Entity(account, Map.of(), List.of("contoso\\user" + number % 50)),
                        new Entity(host, Map.of(), List.of("host" + number % 20))),
                List.of());
    }
}
