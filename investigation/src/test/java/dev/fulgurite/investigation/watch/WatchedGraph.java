package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.Detector;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.EventSink;
import dev.fulgurite.ingest.Ingestion;
import dev.fulgurite.investigation.GraphJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A graph with one detection, a watched folder beside it, and a clock that tests turn.
final class WatchedGraph implements AutoCloseable, InstantSource {

    private static final Path CYPHER = Path.of("..", "cypher");

    final InvestigationGraph graph;
    final Path logs;
    final Path told;
    private final CypherLibrary library;
    private final Detector detector;
    private Instant now = Instant.EPOCH;

    /// All other detections are left out: each would be planned, which takes seconds.
    WatchedGraph(Path folder, String rule) throws IOException {
        Path cypher = Files.createDirectories(folder.resolve("cypher"));
        for (String part : List.of("read", "write", "links", "touched", "schema", "steps")) {
            copy(CYPHER.resolve(part), cypher.resolve(part), ".cypher");
        }
        copy(CYPHER.resolve("detections"), cypher.resolve("detections"), rule + ".cypher");
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
        library = CypherLibrary.read(cypher);
        detector = new Detector(graph, library);
        logs = Files.createDirectories(folder.resolve("logs"));
        told = folder.resolve("told.jsonl");
    }

    private static void copy(Path from, Path to, String ending) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(each -> each.toString().endsWith(ending)).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    /// An empty graph and folder, at a time.
    void begin(Instant at) throws IOException {
        now = at;
        graph.write(transaction ->
                transaction.run("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n", Map.of()));
        Files.deleteIfExists(told);
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public Instant instant() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// A watch that reads a file that did not change for ten seconds.
    Watch watch(WatchListener listener, SinkAddress... sinks) {
        return watch(RulesInForce.fixed(detector), listener, sinks);
    }

    Watch watch(RulesInForce rules, WatchListener listener, SinkAddress... sinks) {
        WatchOrder order =
                new WatchOrder(
                        List.of(logs),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(5),
                        Duration.ofMinutes(15),
                        100,
                        Map.of(),
                        List.of(sinks));
        return new Watch(
                order,
                new Watch.Tools(
                        graph,
                        library,
                        rules,
                        (file, progress) ->
                                new Ingestion(new Store(graph), progress).ingest(List.of(file)),
                        GraphJson::line),
                this,
                listener);
    }

    /// Knows one more rule, which is just the product's template.
    Detector with(String rule) {
        String text = CypherLibrary.packagedText("templates", "own-rule").orElseThrow();
        return new Detector(
                graph, library.plus(List.of(CypherLibrary.parse("detections", rule, rule, text))));
    }

    Detector detector() {
        return detector;
    }

    List<Row> rows(String statement) {
        return graph.read(Query.of(statement)).rows();
    }

    @Override
    public void close() {
        graph.close();
    }

    private record Store(InvestigationGraph graph) implements EventSink {
        @Override
        public BatchOutcome store(GraphBatch batch) {
            return graph.store(batch);
        }

        @Override
        public Optional<Ledger> known(String sha256) {
            return graph.ledger(sha256);
        }
    }
}
