package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A detector here is what a process has: each of them knows only what stands in the graph.
class KeptResultsTest {

    private static final String RULE = "run-command-linked";
    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);

    private static Detector process() {
        return Detector.keeping(TestGraph.graph(), CypherLibrary.packaged());
    }

    @BeforeEach
    void link() {
        TestGraph.linked(F1.estate());
    }

    /// As nobody else would change it: what is told after this was kept.
    private static void spoil(String rule) {
        TestGraph.change(
                "MATCH (kept:KeptResult {key: '"
                        + rule
                        + "'}) SET kept.contents = '"
                        + ResultText.of(spoilt(rule)).orElseThrow()
                        + "'");
    }

    private static DetectionResult spoilt(String rule) {
        return new DetectionResult(
                rule,
                Mode.LINKED,
                List.of("kept"),
                List.of(new Row(Map.of("kept", true))),
                new Completeness.Complete(),
                List.of(),
                List.of());
    }

    private static boolean isKept(String rule, DetectionRequest request) {
        spoil(rule);
        return process().detect(rule, request).columns().equals(List.of("kept"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RULE,
                "cloud-to-host-chain",
                "run-command-unique-script",
                "anomalous-operation"
            })
    void the_next_process_is_told_the_same_with_the_alerts_as_they_stand(String rule) {
        DetectionResult found = process().detect(rule, ALL);

        assertThat(process().detect(rule, ALL)).isEqualTo(found);
        assertThat(isKept(rule, ALL)).isTrue();
    }

    @Test
    void that_it_was_asked_is_in_the_graph_all_the_same() {
        process().detect(RULE, ALL);
        Instant later = TestGraph.NOW.plus(Duration.ofDays(1));
        process().detect(RULE, DetectionRequest.linked(later));

        assertThat(TestGraph.rows("MATCH (run:DetectionRun) RETURN run.rows AS rows"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.number("rows")).isPositive());
    }

    @Test
    void what_was_found_at_a_later_time_or_with_other_settings_is_not_told() {
        process().detect(RULE, ALL);

        assertThat(isKept(RULE, DetectionRequest.linked(TestGraph.NOW.minusSeconds(1)))).isFalse();
        process().detect(RULE, ALL);
        assertThat(
                        isKept(
                                RULE,
                                new DetectionRequest(
                                        Mode.LINKED,
                                        TestGraph.NOW,
                                        null,
                                        null,
                                        Map.of("includeResidue", "true"))))
                .isFalse();
    }

    @Test
    void after_anything_was_stored_linked_or_worked_on_it_is_found_anew() {
        Alert alert = process().detect(RULE, ALL).alerts().getFirst();
        process().alerts().change(alert.id(), AlertChange.close(ClosingReason.BENIGN, "known"));
        assertThat(isKept(RULE, ALL)).isFalse();
        assertThat(process().detect(RULE, ALL).alerts().getFirst().status())
                .isEqualTo(AlertStatus.CLOSED);

        TestGraph.detector().link();
        assertThat(isKept(RULE, ALL)).isFalse();

        new Estate()
                .activity("11:00:00", "START", "c9", "bob@contoso.com", "", "testrig1")
                .storeIn(TestGraph.graph());
        assertThat(isKept(RULE, ALL)).isFalse();
    }

    @Test
    void nothing_of_what_may_have_been_taken_back_stands_in_it() {
        process().detect(RULE, ALL);

        process().link();

        assertThat(TestGraph.rows("MATCH (kept:KeptResult) RETURN kept.key AS key")).isEmpty();
    }

    @Test
    void a_process_that_was_told_is_told_again() {
        process().detect(RULE, ALL);
        spoil(RULE);
        Detector told = process();

        told.detect(RULE, ALL);

        assertThat(told.detect(RULE, ALL).columns()).containsExactly("kept");
    }

    @Test
    void what_looks_at_the_clock_is_never_kept() {
        DetectionRequest inWindow =
                new DetectionRequest(
                        Mode.LINKED, TestGraph.NOW, null, null, Map.of("window", "7d"));

        process().detect("sensitive-operations", inWindow);

        assertThat(TestGraph.rows("MATCH (kept:KeptResult) RETURN kept.key AS key")).isEmpty();
        process().detect("sensitive-operations", ALL);
        assertThat(isKept("sensitive-operations", ALL)).isTrue();
    }

    @Test
    void a_detector_of_its_own_keeps_nothing() {
        TestGraph.detector().detect(RULE, ALL);

        assertThat(TestGraph.rows("MATCH (kept:KeptResult) RETURN kept.key AS key")).isEmpty();
    }
}
