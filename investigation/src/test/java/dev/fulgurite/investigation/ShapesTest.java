package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.graph.event.BatchOutcome;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Row;
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
        List<String> defender = List.copyOf(MadeDefender.shapes().keySet());
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("graph")))) {
            String empty = investigation.digest();
            List<Map<String, Object>> first = new ArrayList<>();
            int number = 0;
            for (Map.Entry<String, String> shape : MadeActivity.shapes().entrySet()) {
                List<Path> files = new ArrayList<>();
                files.add(file(shape.getKey(), shape.getValue()));
                String device = defender.get(number++ % defender.size());
                files.addAll(defender(device));
                investigation.ingest(files, IngestListener.silent());

                List<Map<String, Object>> rows = rows(investigation);
                first = first.isEmpty() ? rows : first;
                assertThat(rows).as(shape.getKey() + " with " + device).hasSize(1).isEqualTo(first);

                files.forEach(file -> investigation.undo(file.toString()));
                assertThat(investigation.digest()).isEqualTo(empty);
            }
        }
    }

    private static List<Map<String, Object>> rows(Investigation investigation) {
        return investigation
                .detect(List.of("run-command-linked"), DetectionRequest.linked(NOW))
                .getFirst()
                .rows()
                .stream()
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
