package dev.fulgurite.investigation;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFile.Example;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A graph of its own, in a folder that goes with it, on which examples of rules are tried. Made
/// when it is first needed.
final class ScratchGraph implements AutoCloseable {

    /// The clock of examples, those of the product's own rules too.
    static final Instant CLOCK = Instant.parse("2021-11-23T12:00:00Z");

    private @Nullable InvestigationGraph graph;
    private @Nullable Path folder;

    /// How many rows a rule gives on an example.
    synchronized long rows(CypherLibrary library, CypherFile rule, Example example) {
        InvestigationGraph scratch = opened();
        String emptied = library.file("write", "ScratchEmptied").statement();
        scratch.write(transaction -> {
            transaction.run(emptied, Map.of());
            example.statements().forEach(each -> transaction.run(each.text(), Map.of()));
            return "";
        });
        Detector detector = new Detector(scratch, library);
        detector.link();
        return detector.rehearse(rule.id(), triedWith(rule)).rows().size();
    }

    /// A rule that does nothing before something is set says in its head what it is tried with.
    private static DetectionRequest triedWith(CypherFile rule) {
        DetectionRequest request = DetectionRequest.linked(CLOCK);
        for (String setting : rule.headList("tried with")) {
            String[] parts = setting.split("=", 2);
            request = request.with(parts[0], parts.length > 1 ? parts[1] : "");
        }
        return request;
    }

    private InvestigationGraph opened() {
        InvestigationGraph open = graph;
        if (open == null) {
            try {
                Path made = Files.createTempDirectory("fulgurite-examples");
                folder = made;
                open = Neo4jGraphs.embedded(made.resolve("graph"));
                graph = open;
            } catch (IOException e) {
                throw new InvestigationException(
                        Kind.FILE, "no room to try examples: " + e.getMessage(), e);
            }
        }
        return open;
    }

    @Override
    public synchronized void close() {
        if (graph != null) {
            graph.close();
            graph = null;
        }
        if (folder != null) {
            Neo4jGraphs.discard(folder.resolve("graph"));
            deleteEmpty(folder);
            folder = null;
        }
    }

    /// One that cannot be deleted is the platform's to clean up.
    private static void deleteEmpty(Path made) {
        try {
            Files.deleteIfExists(made);
        } catch (IOException _) {
            made.toFile().deleteOnExit();
        }
    }
}
