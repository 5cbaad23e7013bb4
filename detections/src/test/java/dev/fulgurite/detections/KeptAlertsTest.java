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
                    return List.of(alert);
                });

        assertThat(raisesFor(List.of())).isEqualTo(1);
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
                    return List.of(alert);
                });
        return raised;
    }
}
