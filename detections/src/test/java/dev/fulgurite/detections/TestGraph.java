package dev.fulgurite.detections;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One embedded graph for all tests of this module: starting one takes seconds, emptying it
/// milliseconds.
final class TestGraph {

    static final Instant NOW = Instant.parse("2021-11-23T12:00:00Z");

    private static final InvestigationGraph GRAPH = open();

    private TestGraph() {}

    private static InvestigationGraph open() {
        try {
            InvestigationGraph graph =
                    Neo4jGraphs.embedded(Files.createTempDirectory("detections").resolve("graph"));
            Runtime.getRuntime().addShutdownHook(new Thread(graph::close));
            return graph;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The graph with nothing in it.
    static InvestigationGraph empty() {
        GRAPH.write(transaction ->
                transaction.run("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n", Map.of()));
        return GRAPH;
    }

    static InvestigationGraph graph() {
        return GRAPH;
    }

    static void change(String statement) {
        GRAPH.write(transaction -> transaction.run(statement, Map.of()));
    }

    static String digest() {
        return GRAPH.digest();
    }

    static Detector detector() {
        return new Detector(GRAPH, CypherLibrary.packaged());
    }

    static Detector linked(Estate estate) {
        estate.storeIn(empty());
        Detector detector = detector();
        detector.link();
        return detector;
    }

    static List<Row> rows(String statement) {
        return GRAPH.read(Query.of(statement)).rows();
    }
}
