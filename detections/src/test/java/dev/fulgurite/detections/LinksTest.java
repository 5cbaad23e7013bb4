package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What links infer, beyond the examples in their files.
class LinksTest {

    private static List<String> texts(String statement) {
        return TestGraph.rows(statement).stream().map(row -> row.text("text")).toList();
    }

    @Test
    void linking_twice_changes_nothing() {
        Detector detector = TestGraph.linked(F1.estate());

        assertThat(detector.link().unchanged()).isTrue();
    }

    @Test
    void links_that_were_stopped_stay_due_and_still_tell_that_names_became_one_thing() {
        F1.estate().storeIn(TestGraph.empty());
        Detector detector = TestGraph.detector();

        detector.linkWhenDue(new StoppedAfter(40));
        assertThat(TestGraph.rows("MATCH (h:Host) WHERE h.machine IS NOT NULL RETURN h"))
                .isNotEmpty();
        assertThat(texts("MATCH (f:EvidenceFile) WHERE f.linked RETURN f.key AS text")).isEmpty();
        detector.linkWhenDue();

        assertThat(texts("MATCH (f:EvidenceFile) WHERE NOT f.linked RETURN f.key AS text"))
                .isEmpty();
        assertThat(
                        TestGraph.rows(
                                "MATCH (l:Linking) RETURN l.number AS number, l.identity AS identity"))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.number("identity")).isEqualTo(row.number("number")));
        assertThat(detector.link().unchanged()).isTrue();
    }

    @Test
    void what_no_longer_holds_is_removed_and_what_is_new_is_added() {
        Detector detector = TestGraph.linked(F1.estate());
        assertThat(texts("MATCH ()-[d:DROPPED]->() RETURN d.id AS text")).hasSize(4);

        TestGraph.change("MATCH (f:FileEvent {FileName: 'script0.ps1'}) DETACH DELETE f");
        TestGraph.change("MATCH (f:EvidenceFile) SET f.linked = false");
        detector.link();
        assertThat(texts("MATCH (s:ScriptFile) RETURN s.name AS text"))
                .containsExactlyInAnyOrder("script6.ps1", "script6.ps1", "script7.ps1");
        assertThat(texts("MATCH ()-[d:DROPPED]->() RETURN d.id AS text")).hasSize(3);
        assertThat(detector.link().unchanged()).isTrue();
    }

    @Test
    void links_do_not_change_the_digest() {
        F1.estate().storeIn(TestGraph.empty());
        Detector detector = TestGraph.detector();
        String before = TestGraph.digest();

        detector.link();
        detector.detect(List.of(), DetectionRequest.linked(TestGraph.NOW));

        assertThat(TestGraph.digest()).isEqualTo(before);
    }

    @Test
    void every_inferred_relationship_says_which_link_why_and_how_sure() {
        TestGraph.linked(F1.estate());

        assertThat(
                        TestGraph.rows(
                                "MATCH ()-[r:IS|DROPPED|RAN_AS|RAN|OPENED|SAME_AS|OPENED_FROM|REMOTED]->()"
                                        + " RETURN r.by AS by, r.reason AS reason, r.confidence AS sure"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.text("by")).isNotEmpty();
                    assertThat(row.text("reason")).isNotEmpty();
                    assertThat((Double) row.get("sure")).isBetween(0.1, 1.0);
                });
    }

    @Test
    void several_runspaces_of_one_process_are_candidates_and_none_is_read_as_the_same() {
        TestGraph.linked(
                remote(remote(new Estate(), ""), "r1")
                        .command("10:00:03", "srv1", "wsmprovhost.exe -Embedding", "Get-Item"));
        assertThat(sessionTies()).containsExactly("0.95 false");

        TestGraph.linked(remote(remote(remote(new Estate(), ""), "r1"), "r2"));
        assertThat(sessionTies()).containsExactly("0.475 true", "0.475 true");
    }

    /// One command of the remote session 4116, seen by Defender, or in a runspace.
    private static Estate remote(Estate estate, String runspace) {
        Map<String, Object> columns =
                runspace.isEmpty()
                        ? Map.of("processId", 4116L, "processCreated", Estate.time("10:00:00"))
                        : Map.of("processId", 4116L, "hostId", "h1", "runspaceId", runspace);
        return estate.command(
                "10:00:02",
                "srv1",
                "wsmprovhost.exe -Embedding",
                "Get-Date",
                "wsmprovhost.exe",
                "",
                columns);
    }

    private static List<String> sessionTies() {
        return texts(
                "MATCH (:PowerShellSession)-[same:SAME_AS]->(:PowerShellSession)"
                        + " RETURN same.confidence + ' ' + same.ambiguous AS text");
    }

    @Test
    void a_device_a_computer_name_and_its_short_form_are_one_machine() {
        TestGraph.linked(
                new Estate()
                        .command("10:00:00", "d1=srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "SRV1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "SRV1", "", "Get-Date"));

        assertThat(texts("MATCH (h:Host) RETURN h.machine AS text")).containsOnly("device:d1");
    }

    @Test
    void a_name_under_two_devices_is_a_conflict_and_not_merged_through() {
        TestGraph.linked(
                new Estate()
                        .command("10:00:00", "d1=srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "d2=srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "srv1.contoso.com", "", "Get-Date"));

        assertThat(texts("MATCH (h:Host) RETURN h.machine AS text")).doesNotHaveDuplicates();
        assertThat(texts("MATCH ()-[s:SAME_AS]->() RETURN s.conflict AS text"))
                .hasSize(3)
                .allMatch(conflict -> conflict.contains("is borne by 2"));
    }

    @Test
    void a_device_under_two_unrelated_names_is_a_conflict_and_not_merged_through() {
        TestGraph.linked(
                new Estate()
                        .command("10:00:00", "d1=srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "d1=web7.contoso.com", "", "Get-Date")
                        .command("10:00:00", "web7", "", "Get-Date"));

        assertThat(texts("MATCH (h:Host) RETURN h.machine AS text")).doesNotHaveDuplicates();
        assertThat(texts("MATCH ()-[s:SAME_AS]->() RETURN s.conflict AS text"))
                .singleElement()
                .asString()
                .contains("unrelated names");
    }

    @Test
    void a_short_name_that_fits_two_full_names_is_ambiguous() {
        TestGraph.linked(
                new Estate()
                        .command("10:00:00", "srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "srv1.fabrikam.com", "", "Get-Date")
                        .command("10:00:00", "srv1", "", "Get-Date"));

        assertThat(texts("MATCH (h:Host) RETURN h.machine AS text")).doesNotHaveDuplicates();
        assertThat(TestGraph.rows("MATCH ()-[s:SAME_AS]->() RETURN s.confidence AS sure"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get("sure")).isEqualTo(0.5));
    }

    @Test
    void a_sid_and_its_name_are_one_identity_with_the_domain_short_or_full() {
        TestGraph.linked(
                new Estate()
                        .logon("10:00:00", "S-1-5-21-1=contoso\\svc", "srv1", "Network", "", "")
                        .logon("10:00:00", "contoso\\svc", "srv1", "Network", "", "")
                        .logon("10:00:00", "contoso.com\\svc", "srv1", "Network", "", "")
                        .logon("10:00:00", "fabrikam\\svc", "srv1", "Network", "", ""));

        assertThat(texts("MATCH (a:Account) RETURN DISTINCT a.identity AS text"))
                .containsExactlyInAnyOrder("sid:s-1-5-21-1", "name:fabrikam\\svc");
    }

    @Test
    void engine_events_and_commands_of_one_runspace_are_one_session_with_all_their_evidence() {
        Map<String, Object> runspace =
                Map.of(
                        "hostId",
                        "h1",
                        "runspaceId",
                        "r1",
                        "hostName",
                        "ServerRemoteHost",
                        "user",
                        "THESHIRE\\pgustavo",
                        "connectedUser",
                        "THESHIRE\\pgustavo");
        TestGraph.linked(
                new Estate()
                        .record("15:56:24", "workstation6.theshire.local", 600, "h1", "")
                        .record("15:56:25", "workstation6.theshire.local", 400, "h1", "r1")
                        .command(
                                "15:56:36",
                                "workstation6.theshire.local",
                                "",
                                "Get-Process",
                                "",
                                "theshire\\pgustavo",
                                runspace));

        List<Row> sessions =
                TestGraph.rows(
                        "MATCH (a:Account)-[:OPENED]->(s:PowerShellSession)-[:ON]->(h:Host),"
                                + " (s)-[r:RAN]->(c:Command) RETURN s.kind AS kind, s.remote AS remote,"
                                + " s.user AS user, size(s.evidence) AS evidence, h.key AS host,"
                                + " a.key AS account, c.key AS command, s.events AS events");
        assertThat(sessions)
                .singleElement()
                .satisfies(session -> {
                    assertThat(session.text("kind")).isEqualTo("runspace");
                    assertThat(session.get("remote")).isEqualTo(true);
                    assertThat(session.text("user")).isEqualTo("THESHIRE\\pgustavo");
                    assertThat(session.text("account")).isEqualTo("name:theshire\\pgustavo");
                    assertThat(session.text("command")).isEqualTo("get-process");
                    assertThat(session.number("events")).isEqualTo(3);
                    assertThat(session.number("evidence")).isEqualTo(3);
                });
    }

    @Test
    void a_jea_session_belongs_to_the_connected_user() {
        TestGraph.linked(
                new Estate()
                        .logon("10:00:00", "contoso\\alice", "srv1", "Network", "", "")
                        .command(
                                "10:00:05",
                                "srv1",
                                "wsmprovhost.exe -Embedding",
                                "Get-Date",
                                "wsmprovhost.exe",
                                "winrm virtual users\\winrm va_1_contoso_alice",
                                Map.of(
                                        "processId",
                                        7L,
                                        "processCreated",
                                        Estate.time("10:00:01"))));

        assertThat(texts("MATCH (a:Account)-[:OPENED]->() RETURN a.key AS text"))
                .containsExactly("name:contoso\\alice");
    }

    @Test
    void a_repeated_file_event_adds_its_evidence_and_no_script() {
        TestGraph.linked(F1.estate());

        assertThat(
                        TestGraph.rows(
                                "MATCH (s:ScriptFile {name: 'script7.ps1'}) RETURN size(s.evidence) AS n"))
                .singleElement()
                .satisfies(row -> assertThat(row.number("n")).isEqualTo(2));
    }

    @Test
    void a_host_whose_names_contradict_each_other_says_so() {
        TestGraph.linked(
                new Estate()
                        .command("10:00:00", "d1=srv1.contoso.com", "", "Get-Date")
                        .command("10:00:00", "d1=web7.contoso.com", "", "Get-Date")
                        .command("10:00:00", "d2=app3.contoso.com", "", "Get-Date"));

        assertThat(texts("MATCH (h:Host) RETURN h.key + ': ' + coalesce(h.conflict, '') AS text"))
                .containsExactlyInAnyOrder(
                        "device:d1: device:d1 is recorded under unrelated names:"
                                + " srv1.contoso.com, web7.contoso.com",
                        "device:d2: ");
    }

    @Test
    void every_way_from_the_cloud_into_a_machine_has_its_family() {
        String vm = Estate.vmId(Estate.SUBSCRIPTION, "testrig1");
        Map<String, String> families =
                Map.of(
                        "microsoft.compute/virtualmachines/runcommands/write", "run-command",
                        "microsoft.hybridcompute/machines/runcommands/write", "run-command",
                        "microsoft.compute/virtualmachinescalesets/extensions/write", "extension",
                        "microsoft.compute/virtualmachines/extensions/delete", "removal",
                        "microsoft.serialconsole/serialports/connect/action", "serial-console",
                        "microsoft.automation/automationaccounts/jobs/write", "automation",
                        "microsoft.insights/components/extensions/write", "other");
        Estate estate = new Estate();
        families.keySet()
                .forEach(operation ->
                        estate.activity(
                                "10:00:00", "START", operation, "a@b.c", "", vm, operation, ""));
        TestGraph.linked(estate);

        assertThat(
                        TestGraph.rows(
                                "MATCH (o:Operation) RETURN o.operation AS operation, o.family AS family"))
                .hasSize(families.size())
                .allSatisfy(row ->
                        assertThat(row.text("family"))
                                .as(row.text("operation"))
                                .isEqualTo(families.get(row.text("operation"))));
    }

    @Test
    void an_unfinished_operation_has_no_end() {
        TestGraph.linked(
                new Estate()
                        .activity("10:00:00", "START", "c1", "bob@contoso.com", "", "testrig1"));

        assertThat(
                        TestGraph.rows(
                                "MATCH (o:Operation) RETURN o.outcome AS outcome, o.end AS end, o.family AS family"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("outcome")).isEqualTo("UNFINISHED");
                    assertThat(row.get("end")).isNull();
                    assertThat(row.text("family")).isEqualTo("run-command");
                });
    }
}
