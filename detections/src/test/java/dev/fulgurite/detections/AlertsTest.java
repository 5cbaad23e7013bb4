package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Alerts over several runs, and what a run may be asked.
class AlertsTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);

    private static List<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).toList();
    }

    @Test
    void a_second_run_adds_no_alert() {
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect(List.of(), ALL);
        List<Alert> first = detector.alerts().list(null, null);

        detector.link();
        detector.detect(List.of(), ALL);

        assertThat(first).isNotEmpty();
        assertThat(detector.alerts().list(null, null)).isEqualTo(first);
    }

    @Test
    void an_alert_is_about_its_subjects_and_names_its_evidence() {
        Detector detector = TestGraph.linked(F1.estate());

        Alert alert = detector.detect("run-command-linked", ALL).alerts().getFirst();

        assertThat(alert.title())
                .isEqualTo("mallory@contoso.com ran script6.ps1 on testrig1 through Run Command");
        assertThat(alert.time()).isEqualTo(Estate.time("10:00:00"));
        assertThat(alert.confidence()).isEqualTo(0.5);
        assertThat(alert.evidence()).hasSizeGreaterThan(4);
        assertThat(
                        TestGraph.rows(
                                "MATCH (:Alert {key: '"
                                        + alert.id()
                                        + "'})-[a:ABOUT]->() RETURN a.id AS id"))
                .hasSameSizeAs(alert.entities());
    }

    @Test
    void what_an_alert_is_about_is_tied_to_it_again_when_it_was_gone_and_is_back() {
        Detector detector = TestGraph.linked(F1.estate());
        Alert alert = detector.detect("run-command-linked", ALL).alerts().getFirst();
        String ties = "MATCH (:Alert {key: '" + alert.id() + "'})-[a:ABOUT]->() RETURN a.id AS id";
        TestGraph.change("MATCH (:Alert)-[a:ABOUT]->() DELETE a");
        assertThat(TestGraph.rows(ties)).isEmpty();

        runAnew();

        assertThat(TestGraph.rows(ties)).hasSameSizeAs(alert.entities());
    }

    @Test
    void a_decision_stays_through_further_runs() {
        Detector detector = TestGraph.linked(F1.estate());
        Alert alert = detector.detect("run-command-linked", ALL).alerts().getFirst();

        detector.alerts()
                .change(
                        alert.id().substring(0, 8),
                        new AlertChange(ClosingReason.BENIGN, false, "kim", "planned work"));
        Alert again = detector.detect("run-command-linked", ALL).alerts().getFirst();

        assertThat(again.status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(again.statusReason()).isEqualTo("benign");
        assertThat(again.owner()).isEqualTo("kim");
        assertThat(again.note()).isEqualTo("planned work");
        assertThat(ids(detector.alerts().list(AlertStatus.OPEN, "run-command-linked")))
                .hasSize(3)
                .doesNotContain(alert.id());
        assertThat(detector.alerts().change(alert.id(), AlertChange.reopen()).status())
                .isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void many_alerts_are_changed_at_once_and_given_back_in_the_order_asked_for() {
        Detector detector = TestGraph.linked(F1.estate());
        List<String> ids = ids(detector.detect("run-command-linked", ALL).alerts()).reversed();

        List<Alert> changed =
                detector.alerts()
                        .change(
                                Stream.concat(ids.stream(), Stream.of("no such alert")).toList(),
                                AlertChange.close(ClosingReason.TRUE_POSITIVE, null));

        assertThat(ids(changed)).isEqualTo(ids);
        assertThat(changed).allMatch(alert -> alert.status() == AlertStatus.CLOSED);
    }

    @Test
    void a_rehearsal_finds_what_a_run_does_and_leaves_no_trace() {
        Detector detector = TestGraph.linked(F1.estate());

        List<Alert> rehearsed = detector.rehearse("run-command-linked", ALL).alerts();

        assertThat(detector.alerts().list(null, null)).isEmpty();
        assertThat(TestGraph.rows("MATCH (run:DetectionRun) RETURN run")).isEmpty();
        assertThat(rehearsed).isEqualTo(detector.detect("run-command-linked", ALL).alerts());
    }

    @Test
    void an_alert_whose_first_event_is_gone_is_withdrawn_and_open_again_when_it_is_back() {
        Detector detector = TestGraph.linked(F1.estate());
        Alert alert = detector.detect("run-command-linked", ALL).alerts().getFirst();

        TestGraph.change(
                "MATCH (e:ActivityEvent {key: '" + alert.firstEvent() + "'}) DETACH DELETE e");
        detector.link();
        assertThat(detector.alerts().one(alert.id()).status()).isEqualTo(AlertStatus.WITHDRAWN);

        F1.estate().storeIn(TestGraph.empty());
        TestGraph.change(
                "CREATE (:Alert {key: '"
                        + alert.id()
                        + "', status: 'withdrawn', statusReason: 'gone'})");
        detector.link();
        detector.detect("run-command-linked", ALL);
        assertThat(detector.alerts().one(alert.id()).status()).isEqualTo(AlertStatus.OPEN);
    }

    @Test
    void an_unknown_or_unclear_alert_id_is_refused() {
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect(List.of(), ALL);

        assertThatThrownBy(() -> detector.alerts().one("zzz"))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("no alert has the id zzz");
        assertThatThrownBy(() -> detector.alerts().one("")).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void a_run_without_the_tables_it_needs_is_blind_and_says_which() {
        Estate estate =
                new Estate().activity("10:00:00", "START", "c1", "bob@contoso.com", "", "testrig1");
        Detector detector = TestGraph.linked(estate);

        DetectionResult result = detector.detect("run-command-linked", ALL);

        assertThat(result.rows()).isEmpty();
        assertThat(result.columns()).contains("StartTime", "alternatives");
        assertThat(result.completeness().word()).isEqualTo("blind");
        assertThat(result.completeness())
                .isEqualTo(
                        new Completeness.Blind(
                                List.of(
                                        "no DeviceFileEvents was ingested",
                                        "no DeviceEvents was ingested")));
        assertThat(detector.rules())
                .filteredOn(rule -> rule.rule().equals("run-command-linked"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.state()).isEqualTo(RuleState.State.BLIND));
    }

    @Test
    void an_alert_that_became_more_urgent_is_told_again_with_what_changed() {
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect("run-command-linked", ALL);
        List<String> ids = toldOfAll(detector);
        TestGraph.change("MATCH (a:Alert) SET a.title = 'old', a.content = 'other'");
        runAnew();
        assertThat(detector.alerts().untold("soc", 10)).as("other words").isEmpty();

        TestGraph.change("MATCH (a:Alert) SET a.severity = 'informational', a.content = 'other'");
        runAnew();

        assertThat(detector.alerts().untold("soc", 10))
                .allSatisfy(untold -> {
                    assertThat(untold.update()).isOne();
                    assertThat(untold.changed())
                            .containsExactly("severity rose from informational to low");
                })
                .extracting(untold -> untold.alert().id())
                .hasSameElementsAs(ids);
        assertThat(detector.alerts().untold("another", 10))
                .hasSameSizeAs(ids)
                .allSatisfy(untold -> assertThat(untold.changed()).isEmpty());
    }

    /// What a detector keeps follows from what is counted, and a test's own statement counts
    /// nothing.
    private static void runAnew() {
        TestGraph.detector().detect("run-command-linked", ALL);
    }

    @Test
    void an_alert_whose_case_grew_is_told_again_and_no_other_is() {
        String line = "powershell  -ExecutionPolicy Unrestricted -File script0.ps1";
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect("run-command-linked", ALL);
        toldOfAll(detector);
        F1.estate()
                .command("10:20:12", "testrig3.contoso.com", line, "whoami.exe")
                .storeIn(TestGraph.graph());
        detector.link();
        detector.detect("run-command-linked", ALL);

        List<Untold> again = detector.alerts().untold("soc", 10);

        assertThat(again)
                .singleElement()
                .satisfies(untold ->
                        assertThat(untold.changed())
                                .containsExactly("new in its case: Command:whoami.exe, 1 RAN"));
        detector.alerts().told("soc", again);
        detector.detect("run-command-linked", ALL);
        assertThat(detector.alerts().untold("soc", 10)).isEmpty();
    }

    @Test
    void what_changes_while_a_sink_is_told_is_told_the_next_time() {
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect("run-command-linked", ALL);
        toldOfAll(detector);
        for (String severity : List.of("informational", "informational")) {
            List<Untold> asked = detector.alerts().untold("soc", 10);
            TestGraph.change(
                    "MATCH (a:Alert) SET a.severity = '" + severity + "', a.content = 'other'");
            runAnew();
            detector.alerts().told("soc", asked);
        }

        assertThat(detector.alerts().untold("soc", 10))
                .isNotEmpty()
                .allSatisfy(untold ->
                        assertThat(untold.changed())
                                .containsExactly(
                                        "severity rose from informational to low",
                                        "severity rose from informational to low"));
    }

    private static List<String> toldOfAll(Detector detector) {
        List<Untold> untold = detector.alerts().untold("soc", 10);
        detector.alerts().told("soc", untold);
        return untold.stream().map(each -> each.alert().id()).toList();
    }

    @Test
    void an_alert_that_is_found_again_as_it_stands_is_not_written_again() {
        Detector detector = TestGraph.linked(F1.estate());
        List<Alert> first = detector.detect("run-command-linked", ALL).alerts();
        TestGraph.change("MATCH (a:Alert) SET a.title = 'who writes this?'");

        List<Alert> second = detector.detect("run-command-linked", ALL).alerts();

        assertThat(second).isEqualTo(first).isNotEmpty();
        assertThat(detector.alerts().list(null, null))
                .extracting(Alert::title)
                .containsOnly("who writes this?");
    }

    @Test
    void evidence_that_is_taken_back_makes_the_next_run_blind() {
        Detector detector = TestGraph.linked(F1.estate());
        Completeness before = detector.detect("run-command-linked", ALL).completeness();

        TestGraph.graph().undo(Estate.FILE);

        assertThat(before.word()).isEqualTo("complete");
        assertThat(detector.detect("run-command-linked", ALL).completeness().word())
                .isEqualTo("blind");
    }

    @Test
    void a_run_is_recorded() {
        Detector detector = TestGraph.linked(F1.estate());
        detector.detect("run-command-linked", ALL);

        assertThat(
                        TestGraph.rows(
                                "MATCH (r:DetectionRun) RETURN r.rule AS rule, r.rows AS rows, r.completeness AS c"))
                .singleElement()
                .satisfies(run -> {
                    assertThat(run.text("rule")).isEqualTo("run-command-linked");
                    assertThat(run.number("rows")).isEqualTo(4);
                    assertThat(run.text("c")).isEqualTo("complete");
                });
    }

    @Test
    void an_unknown_rule_mode_or_setting_is_refused_with_what_there_is() {
        Detector detector = TestGraph.linked(F1.estate());
        DetectionRequest published =
                new DetectionRequest(Mode.PUBLISHED, TestGraph.NOW, null, null, Map.of());

        assertThatThrownBy(() -> detector.detect("nothing", ALL))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("cloud-to-host-chain");
        assertThatThrownBy(() -> detector.detect("cloud-to-host-chain", published))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("no published form");
        assertThatThrownBy(() -> detector.detect("run-command-linked", ALL.with("hours", "3")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("no setting is called 'hours' here: known are includeResidue");
        assertThatThrownBy(() -> detector.detect("cloud-to-host-chain", ALL.with("hours", "soon")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage("the setting hours is a whole number, not 'soon'");
        assertThat(detector.detect(List.of(), ALL.with("cloud-to-host-chain.hours", "3")))
                .hasSameSizeAs(detector.rules());
    }
}
