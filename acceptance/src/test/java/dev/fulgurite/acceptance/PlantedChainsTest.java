package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.generator.Generator;
import dev.fulgurite.generator.Order;
import dev.fulgurite.generator.export.Shape;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Made estates with attacks in them: each is found as one chain, from its caller to the host it
/// ended on, with nothing of ordinary life in it. Each has a graph of its own.
@Execution(ExecutionMode.CONCURRENT)
class PlantedChainsTest {

    private static final DetectionRequest ALL =
            DetectionRequest.linked(Instant.parse("2027-01-01T00:00:00Z"));

    /// What it looks at is how the records are written.
    private static final String TELLS_SHAPES = "activity-connector-check";

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "7, 3000, DATA_EXPORT, 3, 0, 0, 0",
        "8, 2000, PORTAL_CSV, 2, 2, 0, 5",
        "9, 2000, STREAMING, 2, 1, 2, 0",
    })
    void every_planted_chain_is_found_whole_and_alone(
            long seed,
            long events,
            Shape shape,
            int chains,
            int clashes,
            double skew,
            double duplicates)
            throws IOException {
        Path logs = folder.resolve("logs");
        Generator.write(logs, new Order(events, seed, shape, chains, clashes, skew, duplicates));
        JsonNode truth = truth(logs);
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("graph")))) {
            investigation.ingest(List.of(logs), IngestListener.silent());
            DetectionResult result =
                    investigation.detect(List.of("cloud-to-host-chain"), ALL).getFirst();

            for (JsonNode chain : truth.path("chains")) {
                found(chain, result);
            }
            ordinaryLifeGoesNowhere(truth, result.rows());
            equalCandidatesAreAmbiguous(result.rows());
        }
    }

    /// Ids of alerts differ: they follow from the id of an event, which not every shape tells.
    @Test
    void the_shape_of_the_logs_changes_nothing_of_what_is_found() throws IOException {
        List<String> found = found(Shape.DATA_EXPORT);
        assertThat(found).anyMatch(alert -> alert.startsWith("cloud-to-host-chain"));
        for (Shape shape : EnumSet.complementOf(EnumSet.of(Shape.DATA_EXPORT))) {
            assertThat(found(shape)).as("%s", shape).isEqualTo(found);
        }
    }

    private List<String> found(Shape shape) throws IOException {
        Path logs = folder.resolve(shape + " logs");
        Generator.write(logs, new Order(600, 11, shape, 2, 1, 0, 5));
        Files.delete(logs.resolve("truth.json"));
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve(shape + " graph")))) {
            investigation.ingest(List.of(logs), IngestListener.silent());
            return investigation.detect(List.of(), ALL).stream()
                    .filter(result -> !result.rule().equals(TELLS_SHAPES))
                    .flatMap(PlantedChainsTest::told)
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> told(DetectionResult result) {
        return Stream.concat(
                result.rows().stream().map(row -> result.rule() + " " + row.values()),
                result.alerts().stream()
                        .map(alert -> alert.rule() + " " + alert.severity() + " " + alert.title()));
    }

    private static JsonNode truth(Path logs) throws IOException {
        Path file = logs.resolve("truth.json");
        JsonNode truth = JsonMapper.shared().readTree(Files.readString(file));
        Files.delete(file);
        return truth;
    }

    private static void found(JsonNode chain, DetectionResult result) {
        List<Row> rows =
                result.rows().stream()
                        .filter(row ->
                                row.text("CorrelationId").equals(text(chain, "correlationId")))
                        .toList();
        assertThat(rows).as("chain %s", chain.path("start")).hasSize(1);
        Row row = rows.getFirst();
        assertThat(row.text("Caller")).isEqualToIgnoringCase(text(chain, "caller"));
        assertThat(row.list("CallerIpAddress", String.class))
                .contains(text(chain, "callerIpAddress"));
        assertThat(row.text("resourceId")).isEqualTo(text(chain, "resourceId"));
        assertThat(row.text("deviceId")).isEqualTo(text(chain.path("device"), "deviceId"));
        assertThat(row.text("PowershellFileName")).isEqualTo(text(chain, "script"));
        assertThat(row.list("PowershellScriptCommands", String.class))
                .isEqualTo(texts(chain.path("commands")));
        assertThat(row.list("onwardHosts", String.class))
                .containsExactly(text(chain.path("onward"), "deviceName"));
        assertThat(lower(row.list("onwardAccounts", String.class)))
                .isEqualTo(lower(List.of(text(chain, "account"))));
        assertThat(lower(row.list("onwardCommands", String.class)))
                .isEqualTo(lower(texts(chain.path("onwardCommands"))));
        Alert alert = result.alerts().get(result.rows().indexOf(row));
        assertThat(alert.severity()).isEqualTo(Severity.HIGH);
        assertThat(alert.nodes()).hasSizeLessThanOrEqualTo(50);
    }

    private static void ordinaryLifeGoesNowhere(JsonNode truth, List<Row> rows) {
        Set<String> planted =
                truth.path("chains")
                        .valueStream()
                        .map(chain -> text(chain, "correlationId"))
                        .collect(Collectors.toSet());
        assertThat(rows)
                .filteredOn(row -> !planted.contains(row.text("CorrelationId")))
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.list("onwardHosts", String.class))
                                .as(row.text("CorrelationId"))
                                .isEmpty());
    }

    /// What could as well be another operation's is told as such, and nothing else is.
    private static void equalCandidatesAreAmbiguous(List<Row> rows) {
        assertThat(rows)
                .filteredOn(row ->
                        row.list("alternatives", String.class).stream()
                                .anyMatch(other -> other.startsWith("Operation:")))
                .allSatisfy(row -> assertThat(row.get("ambiguous")).isEqualTo(true));
        assertThat(rows)
                .filteredOn(row -> Boolean.TRUE.equals(row.get("ambiguous")))
                .allSatisfy(row -> assertThat((Double) row.get("confidence")).isLessThan(0.75));
    }

    private static Set<String> lower(List<String> words) {
        return words.stream()
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }
}
