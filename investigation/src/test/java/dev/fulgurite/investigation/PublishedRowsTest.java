package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Detector;
import dev.fulgurite.detections.Difference;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.Ingestion;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Small estates with the rows that the published queries give on them, computed by a program that
/// is not this one.
class PublishedRowsTest {

    private static final Path ESTATES = Path.of("src/test/resources/conformance");

    /// Lists that are sets.
    private static final Set<String> SETS = Set.of("set_Command", "IPUsed");

    private static final int DIGITS = 9;

    @TempDir private static Path folder;

    private static InvestigationGraph graph;

    @BeforeAll
    static void open() {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "estate-101", "estate-102", "estate-103"})
    void published_mode_gives_the_rows_of_the_published_queries(String estate) {
        JsonNode expected =
                JsonMapper.shared().readTree(ESTATES.resolve(estate + ".expected.json").toFile());
        Instant now = Instant.parse(expected.get("now").stringValue());
        hold(ESTATES.resolve(estate + ".zip"));
        expected.get("rules")
                .properties()
                .forEach(rule ->
                        assertThat(found(rule.getKey(), now, rule.getValue()))
                                .as(rule.getKey())
                                .containsExactlyInAnyOrderElementsOf(wanted(rule.getValue())));
    }

    @Test
    void a_difference_says_which_step_of_the_other_mode_made_it() {
        hold(ESTATES.resolve("f1.zip"));
        Detector detector = new Detector(graph, CypherLibrary.packaged());
        detector.link();
        Instant now = Instant.parse("2021-11-22T12:00:00Z");

        DetectionResult result =
                detector.detect(
                        "run-command-linked",
                        new DetectionRequest(Mode.DIFF, now, null, null, Map.of()));

        List<String> told = new ArrayList<>();
        for (int i = 0; i < result.rows().size(); i++) {
            Difference difference = result.differences().get(i);
            told.add(
                    difference.only().word()
                            + " "
                            + result.rows().get(i).text("StartTime")
                            + " "
                            + difference.why());
        }
        assertThat(told)
                .anyMatch(text ->
                        text.startsWith("linked 2021-11-22T10:20:00Z")
                                && text.contains("OperationNameValue =="))
                .anyMatch(text ->
                        text.startsWith("published 2021-11-22T10:00:00Z")
                                && text.contains("file name only"))
                .anyMatch(text ->
                        text.startsWith("published 2021-11-22T10:10:00Z")
                                && text.contains("FileModified"))
                .noneMatch(text -> text.startsWith("linked 2021-11-22T10:10:00Z"));
        assertThat(result.alerts()).isEmpty();
        assertThat(detector.alerts().list(null, null)).isEmpty();
    }

    /// Leaves nothing in the graph but the events of these logs, without a link.
    private static void hold(Path logs) {
        graph.write(transaction -> transaction.run("MATCH (n) DETACH DELETE n", Map.of()));
        new GraphIngest(graph, sink -> new Ingestion(sink, IngestListener.silent()), _ -> {})
                .ingest(List.of(logs.toAbsolutePath()));
    }

    private static List<String> wanted(JsonNode rows) {
        return Stream.iterate(0, i -> i < rows.size(), i -> i + 1)
                .map(i -> plain(rows.get(i), rows.get(i).propertyNames()))
                .toList();
    }

    /// The rows that are found, with the columns that are expected.
    private static List<String> found(String rule, Instant now, JsonNode rows) {
        DetectionRequest request = new DetectionRequest(Mode.PUBLISHED, now, null, null, Map.of());
        DetectionResult result =
                new Detector(graph, CypherLibrary.packaged()).detect(rule, request);
        List<String> found = new ArrayList<>();
        for (Row row : result.rows()) {
            JsonNode json = JsonMapper.shared().readTree(GraphJson.line(row.values()));
            found.add(plain(json, rows.isEmpty() ? Set.of() : rows.get(0).propertyNames()));
        }
        assertThat(result.completeness().word()).as(rule).isIn(new Complete().word(), "blind");
        return found;
    }

    private static String plain(JsonNode row, Iterable<String> columns) {
        Map<String, String> plain = new TreeMap<>();
        for (String column : columns) {
            JsonNode value = row.get(column);
            assertThat(value).as("column " + column).isNotNull();
            plain.put(column, SETS.contains(column) ? sorted(value) : plain(value));
        }
        return plain.toString();
    }

    private static String plain(JsonNode value) {
        return value.isNumber()
                ? new BigDecimal(value.asString())
                        .setScale(DIGITS, RoundingMode.HALF_EVEN)
                        .toPlainString()
                : value.toString();
    }

    private static String sorted(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.toString()));
        return texts.stream().sorted().toList().toString();
    }
}
