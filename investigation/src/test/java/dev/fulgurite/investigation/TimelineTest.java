package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Gap;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.Timeline.Lane;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.investigation.Timeline.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimelineTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.1234567Z");
    private static final Node ALICE = node("Caller", "upn:alice", Map.of("name", "alice"));
    private static final Node OPERATION =
            node("Operation", "c1|/vm1", Map.of("operation", "x/runcommand/action", "start", AT));
    private static final Node SRV1 =
            node("Host", "device:d1", Map.of("names", List.of("srv1"), "machine", "device:d1"));
    private static final Node SRV2 = node("Host", "device:d2", Map.of("names", List.of("srv2")));
    private static final Node WHOAMI = node("Command", "whoami", Map.of("name", "whoami"));
    private static final Node BOB =
            node("Account", "sid:b", Map.of("names", List.of("bob"), "identity", "sid:b"));

    @Test
    void one_event_told_by_several_relationships_is_one_moment_about_all_its_ends() {
        Node vm = node("VirtualMachine", "/vm1", Map.of());
        Timeline timeline =
                Moments.of(
                        graph(
                                List.of(ALICE, OPERATION, vm),
                                event("INVOKED", "e1", ALICE, OPERATION, AT),
                                event("TARGETED", "e1", OPERATION, vm, AT)),
                        List.of(),
                        List.of());

        assertThat(timeline.moments()).hasSize(1);
        Moment moment = timeline.moments().getFirst();
        assertThat(moment.at()).isEqualTo(AT);
        assertThat(moment.node()).isEqualTo(OPERATION.ref());
        assertThat(moment.about()).containsOnly(ALICE.ref(), OPERATION.ref(), vm.ref());
        assertThat(moment.lane().place()).isEqualTo(Place.CLOUD);
    }

    @Test
    void each_host_and_each_account_has_a_lane_of_its_own() {
        Timeline timeline =
                Moments.of(
                        graph(
                                List.of(SRV1, SRV2, WHOAMI, BOB),
                                event("EXECUTED", "e1", SRV1, WHOAMI, AT),
                                event("EXECUTED", "e2", SRV2, WHOAMI, AT.plusSeconds(1)),
                                event("LOGGED_ON", "e3", BOB, SRV1, AT.plusSeconds(2))),
                        List.of(),
                        List.of());

        assertThat(timeline.lanes()).extracting(Lane::name).containsExactly("bob", "srv1", "srv2");
        assertThat(timeline.moments())
                .extracting(Moment::words)
                .containsExactly("ran whoami", "ran whoami", "bob logged on to srv1");
    }

    @Test
    void events_that_are_not_shown_join_what_they_belong_to() {
        Timeline timeline =
                Moments.of(
                        graph(List.of(OPERATION)),
                        List.of(
                                row("e2", AT.plusSeconds(9), "SUCCESS", OPERATION),
                                row("e1", AT, "ACCEPTED", OPERATION)),
                        List.of());

        assertThat(timeline.moments())
                .extracting(Moment::at)
                .containsExactly(AT, AT.plusSeconds(9));
        assertThat(timeline.moments().getLast().words()).endsWith(": success");
        assertThat(timeline.total()).isEqualTo(2);
    }

    @Test
    void an_operation_without_events_and_a_session_are_there_by_their_time() {
        Node session =
                node(
                        "PowerShellSession",
                        "s1",
                        Map.of("machine", "device:d1", "start", AT, "end", AT.plusSeconds(30)));

        Timeline timeline =
                Moments.of(graph(List.of(OPERATION, session, SRV1)), List.of(), List.of());

        assertThat(timeline.moments())
                .extracting(Moment::until)
                .containsExactly(AT, AT.plusSeconds(30));
        assertThat(timeline.moments().getLast().about()).contains(SRV1.ref());
        assertThat(timeline.moments().getLast().lane().name()).isEqualTo("srv1");
    }

    @Test
    void an_inference_is_no_event_but_joins_the_event_it_rests_on() {
        Node script = node("ScriptFile", "k", Map.of("name", "a.ps1", "at", AT));
        Timeline timeline =
                Moments.of(
                        graph(
                                List.of(OPERATION, script),
                                event("DROPPED", "l1", OPERATION, script, AT)),
                        List.of(),
                        List.of());

        assertThat(timeline.moments()).hasSize(2);
        assertThat(timeline.moments())
                .filteredOn(moment -> moment.node().equals(script.ref()))
                .singleElement()
                .satisfies(moment -> assertThat(moment.about()).contains(OPERATION.ref()));
    }

    @Test
    void a_gap_is_in_the_lanes_that_its_log_tells_of() {
        Gap cloud = new Gap.Silence("AzureActivity", "", AT, AT.plusSeconds(60));
        Gap windows = new Gap.Silence("Security", "srv2", AT, AT.plusSeconds(60));
        Timeline timeline =
                Moments.of(
                        graph(
                                List.of(ALICE, OPERATION, SRV1, SRV2, WHOAMI),
                                event("INVOKED", "e0", ALICE, OPERATION, AT),
                                event("EXECUTED", "e1", SRV1, WHOAMI, AT),
                                event("EXECUTED", "e2", SRV2, WHOAMI, AT)),
                        List.of(),
                        List.of(cloud, windows));

        assertThat(timeline.blanks())
                .extracting(blank -> blank.lane().name())
                .containsExactly("Cloud", "srv2");
    }

    @Test
    void what_is_too_much_is_cut_and_said() {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i <= Timeline.MOST; i++) {
            rows.add(row("e" + i, AT.plusMillis(i), "", OPERATION));
        }

        Timeline timeline = Moments.of(graph(List.of(OPERATION)), rows, List.of());

        assertThat(timeline.moments()).hasSize(Timeline.MOST);
        assertThat(timeline.total()).isEqualTo(Timeline.MOST + 1);
        assertThat(timeline.cut()).isTrue();
    }

    private static Row row(String id, Instant at, String status, Node about) {
        return Row.of(
                Map.of(
                        "id", id,
                        "at", at,
                        "kind", "ActivityEvent",
                        "text", status,
                        "about", List.of(about.ref().toString())));
    }

    private static Subgraph graph(List<Node> nodes, Relationship... relationships) {
        return new Subgraph(nodes, List.of(relationships));
    }

    private static Node node(String label, String key, Map<String, Object> properties) {
        return new Node(new NodeRef(label, key), properties);
    }

    private static Relationship event(String type, String id, Node from, Node to, Instant at) {
        return new Relationship(type, id, from.ref(), to.ref(), Map.of("at", at));
    }
}
