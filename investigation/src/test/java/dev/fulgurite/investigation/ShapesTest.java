package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.EventSink;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.ingest.Ingestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// One set of events, written in every shape that its logs come in, is one set of events.
class ShapesTest {

    private static final Instant NOW = Instant.parse("2021-11-23T00:00:00Z");

    @TempDir Path folder;

    @Test
    void an_activity_event_has_one_id_in_every_shape() throws IOException {
        Map<String, List<String>> ids = new TreeMap<>();
        for (Map.Entry<String, String> shape : MadeActivity.shapes().entrySet()) {
            Events events = new Events();
            IngestReport report =
                    new Ingestion(events, IngestListener.silent())
                            .ingest(List.of(file(shape.getKey(), shape.getValue())));
            assertThat(report.files().getFirst().reason()).as(shape.getKey()).isEmpty();
            ids.put(shape.getKey(), events.all.stream().map(GraphEvent::id).toList());
        }

        assertThat(ids).hasSize(8);
        assertThat(ids.get("rest.json")).hasSize(MadeActivity.EVENTS);
        assertThat(ids.values()).allMatch(each -> each.equals(ids.get("rest.json")));
    }

    @Test
    void every_shape_gives_the_same_linked_runs() throws IOException {
        Map<String, String> activity = MadeActivity.shapes();
        Map<String, String> pairs =
                Map.of(
                        "portal-legacy.csv", "hunting-csv",
                        "diagnostic-messages.json", "streaming-messages",
                        "rest.json", "log-analytics");
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder.resolve("graph"))) {
            List<Map<String, Object>> first = new ArrayList<>();
            for (Map.Entry<String, String> pair : pairs.entrySet()) {
                List<Path> files = defender(pair.getValue());
                files.add(file(pair.getKey(), activity.getOrDefault(pair.getKey(), "")));
                graph.write(transaction -> transaction.run("MATCH (n) DETACH DELETE n", Map.of()));
                new Ingestion(new Stored(graph), IngestListener.silent()).ingest(files);

                List<Map<String, Object>> rows = rows(graph);
                first = first.isEmpty() ? rows : first;
                assertThat(rows).as(pair.toString()).hasSize(1).isEqualTo(first);
            }
        }
    }

    private static List<Map<String, Object>> rows(InvestigationGraph graph) {
        Detector detector = new Detector(graph, CypherLibrary.packaged());
        detector.link();
        return detector.detect("run-command-linked", DetectionRequest.linked(NOW)).rows().stream()
                .map(Row::values)
                .map(ShapesTest::shown)
                .toList();
    }

    private static Map<String, Object> shown(Map<String, ?> row) {
        Map<String, Object> shown = new TreeMap<>();
        row.forEach((name, value) -> shown.put(name, String.valueOf(value)));
        return shown;
    }

    private List<Path> defender(String shape) throws IOException {
        Path place = Files.createDirectories(folder.resolve(shape));
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> file :
                MadeDefender.shapes().getOrDefault(shape, Map.of()).entrySet()) {
            files.add(Files.writeString(place.resolve(file.getKey()), file.getValue()));
        }
        return files;
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private record Stored(InvestigationGraph graph) implements EventSink {

        @Override
        public BatchOutcome store(GraphBatch batch) {
            return graph.store(batch);
        }

        @Override
        public Optional<Ledger> known(String sha256) {
            return graph.ledger(sha256);
        }
    }

    /// Keeps what it is given.
    private static final class Events implements EventSink {

        private final List<GraphEvent> all = new ArrayList<>();

        @Override
        public synchronized BatchOutcome store(GraphBatch batch) {
            all.addAll(batch.events());
            return new BatchOutcome(batch.events().size(), 0);
        }

        @Override
        public Optional<Ledger> known(String sha256) {
            return Optional.empty();
        }
    }
}
