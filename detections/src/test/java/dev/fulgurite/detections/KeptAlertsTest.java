package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptAlertsTest {

    private static final String RULE = "run-command-linked";
    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);
    private static final List<Row> ROWS = List.of(new Row(Map.of("CorrelationId", "c1")));

    private KeptAlerts kept;
    private Alert alert;
    private int raised;

    @BeforeEach
    void raise_once() {
        TestGraph.linked(F1.estate());
        alert = TestGraph.detector().detect(RULE, ALL).alerts().getFirst();
        kept = new KeptAlerts(TestGraph.graph(), CypherLibrary.packaged());
        assertThat(raisesFor(ROWS)).isEqualTo(1);
    }

    @Test
    void alerts_for_the_rows_that_were_found_before_are_not_raised_again() {
        assertThat(raisesFor(List.of(new Row(Map.of("CorrelationId", "c1"))))).isZero();
    }

    @Test
    void those_for_other_rows_are() {
        assertThat(raisesFor(List.of())).isEqualTo(1);
        assertThat(raisesFor(ROWS)).isEqualTo(1);
    }

    @Test
    void those_that_were_worked_on_are_asked_for_again() {
        TestGraph.detector()
                .alerts()
                .change(alert.id(), AlertChange.close(ClosingReason.BENIGN, "known"));

        assertThat(raisesFor(ROWS)).isEqualTo(1);
        assertThat(raisesFor(ROWS)).isZero();
    }

    @Test
    void those_of_another_rule_that_were_worked_on_change_nothing() {
        Alert other = TestGraph.detector().detect("cloud-to-host-chain", ALL).alerts().getFirst();
        assertThat(raisesFor(ROWS)).isZero();
        TestGraph.detector()
                .alerts()
                .change(other.id(), AlertChange.close(ClosingReason.BENIGN, "known"));

        assertThat(raisesFor(ROWS)).isZero();
    }

    @Test
    void they_are_raised_again_after_links_were_made_or_more_was_stored() {
        TestGraph.detector().link();
        assertThat(raisesFor(ROWS)).isEqualTo(1);

        new Estate()
                .activity("11:00:00", "START", "c9", "bob@contoso.com", "", "testrig1")
                .storeIn(TestGraph.graph());
        assertThat(raisesFor(ROWS)).isEqualTo(1);
    }

    @Test
    void what_was_worked_on_while_they_were_raised_is_seen_the_next_time() {
        kept.of(
                RULE,
                List.of(),
                () -> {
                    TestGraph.detector()
                            .alerts()
                            .change(alert.id(), AlertChange.close(ClosingReason.BENIGN, "known"));
                    return new Raised(List.of(alert), 0);
                });

        assertThat(raisesFor(List.of())).isEqualTo(1);
    }

    @Test
    void what_the_first_run_wrote_itself_is_no_news_to_the_second() {
        TestGraph.linked(F1.estate());
        List<Integer> raises = new ArrayList<>();
        Detector detector = TestGraph.detector();
        Supplier<Raised> raise =
                () -> {
                    raises.add(1);
                    return detector.alerts().raise(List.of(alert), TestGraph.NOW);
                };

        kept.of(RULE, ROWS, raise);
        assertThat(kept.of(RULE, ROWS, raise)).extracting(Alert::id).containsExactly(alert.id());

        assertThat(raises).hasSize(1);
    }

    @Test
    void what_another_run_changed_meanwhile_is_seen_the_next_time() {
        TestGraph.linked(F1.estate());
        Detector detector = TestGraph.detector();
        Alert other = detector.detect("cloud-to-host-chain", ALL).alerts().getFirst();

        kept.of(
                "cloud-to-host-chain",
                List.of(),
                () -> {
                    TestGraph.change("MATCH (alert:Alert) DETACH DELETE alert");
                    detector.alerts().raise(List.of(other), TestGraph.NOW);
                    return detector.alerts().raise(List.of(other), TestGraph.NOW);
                });
        int[] raises = {0};
        kept.of(
                "cloud-to-host-chain",
                List.of(),
                () -> {
                    raises[0]++;
                    return new Raised(List.of(other), 0);
                });

        assertThat(raises[0]).isEqualTo(1);
    }

    @Test
    void of_two_who_work_on_alerts_at_the_same_time_both_are_counted() throws Exception {
        Detector detector = TestGraph.detector();
        List<Alert> two = detector.detect(RULE, ALL).alerts().subList(0, 2);
        try (ExecutorService analysts = Executors.newFixedThreadPool(2)) {
            List<Callable<Void>> works =
                    two.stream().map(each -> closing(detector, each, 50)).toList();
            for (Future<Void> worked : analysts.invokeAll(works)) {
                worked.get();
            }
        }

        assertThat(TestGraph.rows("MATCH (a:Alerting {key: '" + RULE + "'}) RETURN a.work AS work"))
                .extracting(row -> row.number("work"))
                .containsExactly(100L);
    }

    private static Callable<Void> closing(Detector detector, Alert alert, int times) {
        return () -> {
            for (int i = 0; i < times; i++) {
                detector.alerts()
                        .change(alert.id(), AlertChange.close(ClosingReason.BENIGN, "known"));
            }
            return null;
        };
    }

    /// A suppression ends by the clock, which nobody writes down.
    @Test
    void while_the_rule_has_a_suppression_none_are_kept() {
        Instant end = TestGraph.NOW.plus(Duration.ofDays(1));
        new Suppressions(TestGraph.graph()).suppress(RULE, null, end, "", TestGraph.NOW);

        assertThat(raisesFor(ROWS)).isEqualTo(1);
        assertThat(raisesFor(ROWS)).isEqualTo(1);
    }

    @Test
    void a_run_that_finds_the_same_tells_what_an_analyst_made_of_its_alerts() {
        TestGraph.detector()
                .alerts()
                .change(alert.id(), AlertChange.close(ClosingReason.BENIGN, "known"));

        assertThat(TestGraph.detector().detect(RULE, ALL).alerts())
                .filteredOn(each -> each.id().equals(alert.id()))
                .extracting(Alert::status)
                .containsExactly(AlertStatus.CLOSED);
    }

    private int raisesFor(List<Row> rows) {
        raised = 0;
        kept.of(
                RULE,
                rows,
                () -> {
                    raised++;
                    return new Raised(List.of(alert), 0);
                });
        return raised;
    }
}
