package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.link.LinkReport.Linked;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherFile.Example;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every link and every detection; a new file is tested by existing.
class RuleFilesTest {

    private static final CypherLibrary LIBRARY = CypherLibrary.packaged();
    private static final Pattern ALERTS = Pattern.compile("\\b(Alert|ABOUT)\\b");
    private static final Pattern OTHER =
            Pattern.compile(
                    "\\b(Alerting|Suppression|HID|DetectionRun|Linking|Watch\\w+)\\b|[$]now|\\brand(omUUID)?[(]|timestamp[(]|(time|date)[(][)]");
    private static final List<String> LINK_HEADS = List.of("title", "why", "needs", "adds");

    @ParameterizedTest
    @MethodSource("links")
    void a_link_has_its_head_and_adds_what_the_schema_knows(CypherFile file) {
        assertThat(LINK_HEADS)
                .allSatisfy(head -> assertThat(file.head(head)).as(head).isNotBlank());
        Schema schema = new Schema(LIBRARY);
        assertThat(file.headList("adds"))
                .allSatisfy(added -> {
                    String[] parts = added.split("\\.");
                    Set<String> known =
                            parts.length == 2 ? schema.facts(parts[0]) : Set.copyOf(schema.types());
                    assertThat(
                                    known.contains(parts[parts.length - 1])
                                            || schema.labels().contains(added))
                            .as(added)
                            .isTrue();
                });
    }

    @ParameterizedTest
    @MethodSource("detections")
    void a_detection_has_its_head_and_returns_what_its_alert_needs(CypherFile file) {
        Rule rule = Rule.of(file);

        assertThat(new Rulebook(TestGraph.graph(), LIBRARY).check(rule)).isEmpty();
        assertThat(rule.needs()).isNotEmpty();
        assertThat(file.headList("sources")).isNotEmpty();
        assertThat(file.head("steps")).as("what alerts --why-not asks first").isNotEmpty();
    }

    /// What the investigation itself writes, and clocks, would make kept rows stale.
    @ParameterizedTest
    @MethodSource("detections")
    void a_detection_reads_logs_and_links_alone_and_alerts_when_it_runs_last(CypherFile file) {
        Rule rule = Rule.of(file);

        assertThat(rule.statement()).doesNotContainPattern(OTHER);
        assertThat(ALERTS.matcher(rule.statement()).find()).isEqualTo(rule.isLast());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_file_has_an_example_of_either_kind(CypherFile file) {
        assertThat(file.examples()).extracting(Example::fires).contains(true, false);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("examples")
    void an_example_does_what_it_says(String id, CypherFile file, Example example) {
        InvestigationGraph graph = TestGraph.empty();
        graph.write(transaction -> {
            example.statements().forEach(statement -> transaction.run(statement.text(), Map.of()));
            return "";
        });
        Detector detector = TestGraph.detector();
        List<Linked> linked = detector.link().links();

        long given =
                file.folder().equals("links")
                        ? linked.stream()
                                .filter(link -> link.link().equals(id))
                                .mapToLong(Linked::standing)
                                .sum()
                        : detector.detect(id, triedWith(file)).rows().size();

        assertThat(given > 0)
                .as(file.source() + ":" + example.line() + " gives " + given)
                .isEqualTo(example.fires());
    }

    @ParameterizedTest
    @MethodSource("timeless")
    void what_is_kept_whatever_the_clock_says_is_the_same_at_another_time(CypherFile file) {
        for (Example example : file.examples()) {
            InvestigationGraph graph = TestGraph.empty();
            graph.write(transaction -> {
                example.statements().forEach(each -> transaction.run(each.text(), Map.of()));
                return "";
            });
            TestGraph.detector().link();

            List<Row> rows = rowsAt(file, TestGraph.NOW);
            assertThat(rowsAt(file, Instant.EPOCH)).isEqualTo(rows);
            assertThat(rowsAt(file, TestGraph.NOW.plus(Duration.ofDays(400)))).isEqualTo(rows);
        }
    }

    private static List<Row> rowsAt(CypherFile file, Instant now) {
        return TestGraph.detector().detect(file.id(), DetectionRequest.linked(now)).rows();
    }

    /// A rule that does nothing before something is set says so in its head.
    private static DetectionRequest triedWith(CypherFile file) {
        DetectionRequest request = DetectionRequest.linked(TestGraph.NOW);
        for (String setting : file.headList("tried with")) {
            String[] parts = setting.split("=", 2);
            request = request.with(parts[0], parts[1]);
        }
        return request;
    }

    static Stream<CypherFile> links() {
        return LIBRARY.files("links").stream();
    }

    static Stream<CypherFile> detections() {
        return LIBRARY.files("detections").stream();
    }

    static Stream<CypherFile> timeless() {
        Settings settings = new Settings(TestGraph.NOW, null, null, Map.of("window", ""));
        // For one that compares the clock with the end of the log.
        List<Row> rows = List.of(Row.of(Map.of("logTo", Instant.MAX)));
        Set<String> processors =
                ServiceLoader.load(PostProcessor.class).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(processor -> processor.timeless(rows, settings))
                        .map(PostProcessor::name)
                        .collect(Collectors.toSet());
        return detections().filter(file -> processors.contains(file.head("then")));
    }

    static Stream<CypherFile> all() {
        return Stream.concat(links(), detections());
    }

    static Stream<Object[]> examples() {
        return all().flatMap(file ->
                file.examples().stream().map(example -> new Object[] {file.id(), file, example}));
    }
}
