package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is kept out of the queue, and what kept an entity out of a rule.
class SuppressionsTest {

    private static final String RULE = "run-command-linked";
    private static final NodeRef MALLORY = new NodeRef("Caller", "upn:mallory@contoso.com");
    private static final Instant NOW = TestGraph.NOW;
    private static final Instant LATER = NOW.plus(Duration.ofDays(1));

    private final Detector detector = TestGraph.linked(F1.estate());
    private final Suppressions suppressions = new Suppressions(TestGraph.graph());

    @Test
    void what_a_suppression_fits_is_out_of_the_queue_until_it_ends_and_is_counted() {
        int all = detect(NOW, AlertStatus.OPEN).size();

        Suppression made = suppressions.suppress(RULE, MALLORY, LATER, "drill", NOW);
        assertThat(made.hidden()).isEqualTo(2);
        assertThat(detect(NOW, AlertStatus.SUPPRESSED)).hasSize(2);
        assertThat(detector.alerts().list(AlertStatus.OPEN, RULE)).hasSize(all - 2);

        assertThat(detect(LATER, AlertStatus.OPEN)).hasSize(all);
        assertThat(suppressions.list()).containsExactly(made);
    }

    @Test
    void a_suppressed_rule_raises_nothing_open_and_a_lifted_one_all() {
        suppressions.suppress(RULE, null, LATER, "", NOW);
        assertThat(detect(NOW, AlertStatus.OPEN)).isEmpty();

        Suppression lifted = suppressions.lift(suppressions.list().getFirst().id(), NOW);

        assertThat(lifted.hidden()).isEqualTo(4);
        assertThat(detector.alerts().list(AlertStatus.OPEN, RULE)).hasSize(4);
    }

    @Test
    void a_closed_alert_stays_closed_whatever_is_suppressed() {
        Alert alert = detect(NOW, AlertStatus.OPEN).getFirst();
        detector.alerts().change(alert.id(), AlertChange.close(ClosingReason.BENIGN, null));

        suppressions.suppress(RULE, null, LATER, "", NOW);

        assertThat(detector.alerts().one(alert.id()).status()).isEqualTo(AlertStatus.CLOSED);
    }

    @Test
    void a_suppression_needs_an_end_in_the_future_and_a_known_id() {
        assertThatThrownBy(() -> suppressions.suppress(RULE, null, NOW, "", NOW))
                .isInstanceOf(RefusedRequest.class);
        assertThatThrownBy(() -> suppressions.lift("none", NOW)).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void why_not_names_the_step_that_kept_an_entity_out() {
        NodeRef failed =
                new NodeRef("Operation", "c4|" + Estate.vmId(Estate.SUBSCRIPTION, "testrig1"));

        WhyNot answer = detector.whyNot(RULE, failed, DetectionRequest.linked(NOW));

        assertThat(answer.isFound()).isFalse();
        assertThat(answer.steps())
                .extracting(WhyNot.Step::passed)
                .containsExactly(true, true, false);
        assertThat(answer.steps().getLast().text()).isEqualTo("that succeeded");
    }

    @Test
    void why_not_of_what_is_found_names_its_alert() {
        assertThat(whyNot(MALLORY).steps().getLast().detail()).contains("no run has raised it");
        Alert alert = detect(NOW, AlertStatus.OPEN).getFirst();

        WhyNot answer = whyNot(alert.entities().getFirst());

        assertThat(answer.isFound()).isTrue();
        assertThat(answer.steps().getLast().detail()).isEqualTo("alert " + alert.id());
    }

    private WhyNot whyNot(NodeRef entity) {
        return detector.whyNot(RULE, entity, DetectionRequest.linked(NOW));
    }

    private List<Alert> detect(Instant now, AlertStatus status) {
        return detector.detect(RULE, DetectionRequest.linked(now)).alerts().stream()
                .filter(alert -> alert.status() == status)
                .toList();
    }
}
