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

/// One embedded graph for all tests of this module that run on one thread: starting one takes
/// seconds, emptying it milliseconds.
final class TestGraph {

    static final Instant NOW = Instant.parse("2021-11-23T12:00:00Z");

    private static final ThreadLocal<InvestigationGraph> GRAPH =
            ThreadLocal.withInitial(TestGraph::open);

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
        InvestigationGraph graph = graph();
        graph.write(transaction ->
                transaction.run("MATCH (n) WHERE NOT n:SchemaVersion DETACH DELETE n", Map.of()));
        return graph;
    }

    static InvestigationGraph graph() {
        return GRAPH.get();
    }

    static void change(String statement) {
        graph().write(transaction -> transaction.run(statement, Map.of()));
    }

    static String digest() {
        return graph().digest();
    }

    static Detector detector() {
        return new Detector(graph(), CypherLibrary.packaged());
    }

    static Detector linked(Estate estate) {
        estate.storeIn(empty());
        Detector detector = detector();
        detector.link();
        return detector;
    }

    static List<Row> rows(String statement) {
        return graph().read(Query.of(statement)).rows();
    }
}
