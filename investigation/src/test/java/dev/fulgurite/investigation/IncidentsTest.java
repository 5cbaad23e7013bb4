package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Which alerts are put together as one incident.
class IncidentsTest {

    private static final String MALLORY = "Caller:upn:mallory@contoso.com";

    @Test
    void an_alert_about_the_script_of_a_chain_is_of_its_incident() {
        Alert chain = chain("c", "10:00", List.of(MALLORY, "ScriptFile:f1"), List.of());
        Alert unique = alert("u", "unique", "12:00", List.of("ScriptFile:f1"), List.of());

        assertThat(told(chain, unique)).containsExactly("c: u");
    }

    @Test
    void two_chains_are_not_tied_by_who_did_them() {
        Alert first = chain("c1", "10:00", List.of(MALLORY, "Operation:o1"), List.of());
        Alert second = chain("c2", "11:00", List.of(MALLORY, "Operation:o2"), List.of());

        assertThat(told(first, second)).containsExactly("c1:", "c2:");
    }

    @Test
    void records_decide_where_no_happening_does() {
        Alert first = chain("c1", "10:00", List.of(MALLORY), List.of("r1"));
        Alert second = chain("c2", "11:00", List.of(MALLORY), List.of("r2", "r3"));
        Alert spike = alert("s", "spike", "10:00", List.of(MALLORY), List.of("r1", "r2", "r3"));

        assertThat(told(first, second, spike)).containsExactly("c1:", "c2: s");
    }

    @Test
    void what_else_a_caller_did_within_a_day_goes_to_the_nearest_chain() {
        Alert early = chain("c1", "10:00", List.of(MALLORY), List.of());
        Alert late = chain("c2", "16:00", List.of(MALLORY), List.of());
        Alert keys = alert("k", "sensitive", "14:00", List.of(MALLORY), List.of());

        assertThat(told(early, late, keys)).containsExactly("c1:", "c2: k");
    }

    @Test
    void what_a_caller_did_days_later_stands_alone() {
        Alert chain = chain("c", "10:00", List.of(MALLORY), List.of());
        Alert later =
                alert(
                        "k",
                        "sensitive",
                        Instant.parse("2026-11-21T10:00:00Z"),
                        List.of(MALLORY),
                        List.of());

        assertThat(told(chain, later)).containsExactly("c:", "k:");
    }

    @Test
    void without_a_chain_alerts_about_one_operation_are_together_under_the_most_urgent() {
        Alert low = alert("a", "linked", "10:00", List.of("Operation:o1"), List.of());
        Alert other = alert("b", "other", "10:00", List.of("Operation:o2"), List.of());
        Alert high =
                new Alert(
                        "h",
                        "unique",
                        Severity.HIGH,
                        "",
                        low.time(),
                        AlertStatus.OPEN,
                        "",
                        "",
                        "",
                        "",
                        1,
                        low.entities(),
                        List.of(),
                        List.of(),
                        0,
                        List.of(),
                        "");

        assertThat(told(low, other, high)).containsExactly("h: a", "b:");
    }

    @Test
    void every_alert_is_in_one_incident() {
        List<Alert> alerts =
                IntStream.range(0, 500)
                        .mapToObj(i ->
                                i % 5 == 0
                                        ? chain(
                                                "c" + i,
                                                "10:00",
                                                List.of("Operation:o" + i),
                                                List.of())
                                        : alert(
                                                "a" + i,
                                                "r" + i % 3,
                                                "11:00",
                                                List.of("Operation:o" + i % 50),
                                                List.of()))
                        .toList();

        List<String> ids =
                incidents(alerts).stream()
                        .flatMap(incident ->
                                Stream.concat(
                                        Stream.of(incident.lead()), incident.others().stream()))
                        .map(AlertBrief::id)
                        .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(alerts.stream().map(Alert::id).toList());
    }

    private static List<Incident> incidents(List<Alert> alerts) {
        return Incidents.of(
                alerts.stream().map(Alert::brief).toList(),
                (ids, each) ->
                        alerts.stream()
                                .filter(alert -> ids.contains(alert.id()))
                                .forEach(alert -> each.accept(alert.id(), alert.evidence())));
    }

    private static List<String> told(Alert... alerts) {
        return incidents(List.of(alerts)).stream()
                .map(incident ->
                        incident.lead().id()
                                + ":"
                                + incident.others().stream()
                                        .map(alert -> " " + alert.id())
                                        .reduce("", String::concat))
                .toList();
    }

    private static Alert chain(String id, String time, List<String> nodes, List<String> records) {
        return made(id, "cloud-to-host-chain", at(time), List.of(), nodes, records);
    }

    private static Alert alert(
            String id, String rule, String time, List<String> about, List<String> records) {
        return alert(id, rule, at(time), about, records);
    }

    private static Alert alert(
            String id, String rule, Instant time, List<String> about, List<String> records) {
        return made(id, rule, time, about, about, records);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-18T" + time + ":00Z");
    }

    private static Alert made(
            String id,
            String rule,
            Instant time,
            List<String> about,
            List<String> nodes,
            List<String> records) {
        return new Alert(
                id,
                rule,
                Severity.LOW,
                id,
                time,
                AlertStatus.OPEN,
                "",
                "",
                "",
                "",
                1,
                about.stream().map(ref -> NodeRef.parse(ref).orElseThrow()).toList(),
                nodes,
                List.of(),
                0,
                records,
                "");
    }
}
