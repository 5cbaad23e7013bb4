package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Coverage.Run;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.Ledger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GapsTest {

    private static final Instant START = Instant.parse("2021-11-22T00:00:00Z");

    private final InvestigationGraph graph = TestGraph.empty();

    @Test
    void a_hole_in_the_numbers_of_records_is_a_gap() {
        store("a", security(hours(0, 9, 1, 100), hours(10, 19, 141, 300)));

        assertThat(TestGraph.detector().gaps())
                .singleElement()
                .extracting(Gap::told)
                .isEqualTo(
                        "Security of ws1: 40 records (101 to 140) are missing between"
                                + " 2021-11-22T09:00:00Z and 2021-11-22T10:00:00Z");
    }

    @Test
    void another_file_fills_a_hole_and_its_undo_opens_it_again() {
        store("a", security(hours(0, 9, 1, 100), hours(10, 19, 141, 300)));
        store("b", security(hours(9, 10, 90, 150)));

        assertThat(TestGraph.detector().gaps()).isEmpty();

        graph.undo("b".repeat(64));

        assertThat(TestGraph.detector().gaps()).hasSize(1);
    }

    @Test
    void a_log_of_which_only_some_events_were_exported_has_no_gaps() {
        store("a", security(hours(0, 1, 1, 3), hours(1, 2, 7, 8), hours(2, 3, 20, 20)));

        assertThat(TestGraph.detector().gaps()).isEmpty();
    }

    @Test
    void a_log_that_was_cleared_and_counts_anew_has_no_gap() {
        store("a", security(hours(30, 40, 1, 300), hours(0, 20, 5000, 9000)));

        assertThat(TestGraph.detector().gaps()).isEmpty();
    }

    @Test
    void silence_is_a_gap_only_of_a_source_that_is_busy_around_it() {
        store("a", table("DeviceEvents", hours(0, 40, 0, 40), hours(49, 90, 49, 90)));
        store("b", table("AzureActivity", hours(8, 17, 8, 17), hours(32, 41, 32, 41)));

        assertThat(TestGraph.detector().gaps())
                .singleElement()
                .extracting(Gap::told)
                .isEqualTo(
                        "DeviceEvents: nothing between 2021-11-23T16:00:00Z and"
                                + " 2021-11-24T01:00:00Z, though it is busy before and after");
    }

    @Test
    void a_gap_meets_a_range_that_it_overlaps() {
        store("a", security(hours(0, 9, 1, 100), hours(12, 19, 141, 300)));
        Gap gap = TestGraph.detector().gaps().getFirst();

        assertThat(gap.meets(at(10), at(11))).isTrue();
        assertThat(gap.meets(at(0), at(9))).isTrue();
        assertThat(gap.meets(at(13), at(14))).isFalse();
    }

    @Test
    void
            a_run_that_meets_a_gap_is_blind_and_says_which_with_its_rows_and_one_beside_it_is_complete() {
        F1.estate().storeIn(graph);
        store("a", table("DeviceEvents", hours(0, 40, 0, 40), hours(49, 90, 49, 90)));
        Detector detector = TestGraph.detector();
        detector.link();

        DetectionResult all = detector.detect("run-command-linked", run(null, null));
        DetectionResult before = detector.detect("run-command-linked", run(null, at(39)));
        DetectionResult after = detector.detect("run-command-linked", run(at(50), null));

        assertThat(all.rows()).hasSize(4);
        assertThat(all.alerts()).hasSize(4);
        assertThat(all.completeness())
                .isInstanceOfSatisfying(
                        Completeness.Blind.class,
                        blind ->
                                assertThat(blind.reasons())
                                        .singleElement()
                                        .asString()
                                        .startsWith(
                                                "a gap, DeviceEvents: nothing between"
                                                        + " 2021-11-23T16:00:00Z and"
                                                        + " 2021-11-24T01:00:00Z"));
        assertThat(before.rows()).hasSize(4);
        assertThat(before.completeness().word()).isEqualTo("complete");
        assertThat(after.rows()).isEmpty();
        assertThat(after.completeness().word()).isEqualTo("complete");
    }

    private static DetectionRequest run(@Nullable Instant from, @Nullable Instant to) {
        return new DetectionRequest(Mode.LINKED, TestGraph.NOW, from, to, Map.of());
    }

    private void store(String file, Coverage coverage) {
        Ledger ledger =
                new Ledger(
                        file.repeat(64),
                        file,
                        "",
                        1,
                        "evtx",
                        Map.of(),
                        Map.of(),
                        0,
                        0,
                        0,
                        0,
                        0,
                        "",
                        List.of(),
                        List.of(coverage),
                        true);
        graph.store(new GraphBatch(List.of(), ledger));
    }

    private static Coverage security(Run... records) {
        long count = 0;
        for (Run run : records) {
            count += run.last() - run.first() + 1;
        }
        return new Coverage("Security", "WS1", at(0), at(90), count, List.of(records), List.of());
    }

    private static Coverage table(String name, Run... active) {
        return new Coverage(name, "", at(0), at(90), 1000, List.of(), List.of(active));
    }

    private static Run hours(long from, long to, long first, long last) {
        return new Run(first, last, at(from), at(to));
    }

    private static Instant at(long hour) {
        return START.plus(Duration.ofHours(hour));
    }
}
