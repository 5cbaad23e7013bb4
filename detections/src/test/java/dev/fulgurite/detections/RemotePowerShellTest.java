package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Service accounts over remote PowerShell, where they came from, and the chain from the cloud.
class RemotePowerShellTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);
    private static final String RULE = "service-account-remote-powershell";
    private static final String BACKUP = "S-1-5-21-1=contoso\\svc_backup";

    private static Estate remote(
            Estate estate,
            String time,
            String account,
            String device,
            String command,
            long process) {
        return estate.command(
                time,
                device,
                "wsmprovhost.exe -Embedding",
                command,
                "wsmprovhost.exe",
                account,
                Map.of("processId", process, "processCreated", Estate.time("09:00:00")));
    }

    @Test
    void an_account_without_interactive_logon_fires_for_each_host() {
        Estate estate =
                new Estate()
                        .logon("08:00:00", BACKUP, "d1=srv1", "Network", "", "")
                        .logon("08:30:00", BACKUP, "d1=srv1", "Service", "", "");
        remote(estate, "09:00:05", BACKUP, "d1=srv1", "Get-Process", 1);
        remote(estate, "09:00:06", BACKUP, "d1=srv1", "Out-Default", 1);
        remote(estate, "09:00:07", BACKUP, "d1=srv1", "out-lineoutput", 1);
        remote(estate, "09:01:00", BACKUP, "d2=srv2", "Get-Service", 2);

        DetectionResult result = TestGraph.linked(estate).detect(RULE, ALL);

        assertThat(result.columns())
                .startsWith(
                        "AccountName",
                        "DeviceName",
                        "DeviceId",
                        "Timestamp",
                        "ReportId",
                        "set_Command",
                        "count_",
                        "min_Timestamp");
        assertThat(result.rows())
                .extracting(row -> row.text("AccountName") + "@" + row.text("DeviceName"))
                .containsExactly("svc_backup@srv1", "svc_backup@srv2");
        Row row = result.rows().getFirst();
        assertThat(row.list("set_Command", String.class)).containsExactly("Get-Process");
        assertThat(row.number("count_")).isEqualTo(1);
        assertThat(row.text("classification")).isEqualTo("neverInteractive");
        assertThat(row.list("logonProfile", String.class))
                .containsExactly("Network: 1", "Service: 1");
        assertThat(row.instant("min_Timestamp")).isEqualTo(Estate.time("09:00:05"));
    }

    @Test
    void
            an_interactive_logon_before_excuses_the_account_whatever_its_case_and_one_after_does_not() {
        Estate before =
                new Estate()
                        .logon("08:00:00", "contoso\\svc", "srv1", "Network", "", "")
                        .logon("08:10:00", "CONTOSO\\SVC", "srv9", "RemoteInteractive", "", "");
        remote(before, "09:00:05", "contoso\\svc", "srv1", "Get-Process", 1);
        assertThat(TestGraph.linked(before).detect(RULE, ALL).rows()).isEmpty();

        Estate after =
                new Estate()
                        .logon("08:00:00", "contoso\\svc", "srv1", "Network", "", "")
                        .logon("11:00:00", "contoso\\svc", "srv9", "RemoteInteractive", "", "");
        remote(after, "09:00:05", "contoso\\svc", "srv1", "Get-Process", 1);
        assertThat(TestGraph.linked(after).detect(RULE, ALL).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("classification")).startsWith("interactiveOnlyAfter(");
                    assertThat(row.instant("lastInteractive")).isEqualTo(Estate.time("11:00:00"));
                });
    }

    @Test
    void an_account_without_logons_fires_only_when_it_is_named_and_a_white_listed_one_never() {
        Estate estate = new Estate();
        remote(estate, "09:00:05", "contoso\\svc", "srv1", "Get-Process", 1);
        Detector detector = TestGraph.linked(estate);

        assertThat(detector.detect(RULE, ALL).rows()).isEmpty();
        assertThat(detector.detect(RULE, ALL.with("serviceAccounts", "other, CONTOSO\\svc")).rows())
                .singleElement()
                .satisfies(row -> assertThat(row.text("classification")).isEqualTo("named"));
        assertThat(
                        detector.detect(
                                        RULE,
                                        ALL.with("serviceAccounts", "svc")
                                                .with("WhitelistedAccounts", "svc"))
                                .rows())
                .isEmpty();
    }

    @Test
    void equal_names_in_two_domains_are_two_accounts() {
        Estate estate =
                new Estate()
                        .logon("08:00:00", "contoso\\svc", "srv1", "Network", "", "")
                        .logon("08:00:00", "fabrikam\\svc", "srv1", "Interactive", "", "");
        remote(estate, "09:00:05", "contoso\\svc", "srv1", "Get-Process", 1);
        remote(estate, "09:00:05", "fabrikam\\svc", "srv1", "Get-Process", 2);

        assertThat(TestGraph.linked(estate).detect(RULE, ALL).rows())
                .extracting(row -> row.text("account"))
                .containsExactly("contoso\\svc");
    }

    @Test
    void the_source_is_the_host_that_the_network_logon_names_by_device_or_by_address() {
        Estate estate =
                new Estate()
                        .command("07:00:00", "d9=jump.contoso.com", "", "Get-Date")
                        .logon("07:00:00", "contoso\\bob", "srv7", "Network", "jump", "10.0.0.9")
                        .logon("08:59:58", BACKUP, "d1=srv1", "Network", "", "10.0.0.9");
        remote(estate, "09:00:05", BACKUP, "d1=srv1", "Get-Process", 1);

        Row row = TestGraph.linked(estate).detect(RULE, ALL).rows().getFirst();

        assertThat(row.list("sourceHosts", String.class)).containsExactly("jump.contoso.com");
        assertThat(row.get("confidence")).isEqualTo(0.8);
        assertThat(
                        TestGraph.rows(
                                "MATCH (a:Host)-[r:REMOTED]->(b:Host) RETURN a.key AS a, b.key AS b, r.user AS user"))
                .singleElement()
                .satisfies(edge -> {
                    assertThat(edge.text("a")).isEqualTo("device:d9");
                    assertThat(edge.text("b")).isEqualTo("device:d1");
                    assertThat(edge.text("user")).isEqualTo("sid:s-1-5-21-1");
                });
    }

    @Test
    void a_remoting_command_on_the_source_just_before_makes_it_surer() {
        Estate estate =
                new Estate()
                        .command(
                                "08:59:50",
                                "d9=jump.contoso.com",
                                "powershell",
                                "Invoke-Command",
                                "powershell.exe",
                                "contoso\\bob",
                                Map.of("processId", 5L, "processCreated", Estate.time("08:00:00")))
                        .logon("08:59:58", BACKUP, "d1=srv1", "Network", "jump.contoso.com", "");
        remote(estate, "09:00:05", BACKUP, "d1=srv1", "Get-Process", 1);
        TestGraph.linked(estate);

        assertThat(TestGraph.rows("MATCH ()-[r:OPENED_FROM]->() RETURN r.confidence AS sure"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("sure")).isEqualTo(0.9));
    }

    @Test
    void two_sources_in_the_same_minute_are_both_shown() {
        Estate estate =
                new Estate()
                        .command("07:00:00", "jump1", "", "Get-Date")
                        .command("07:00:00", "jump2", "", "Get-Date")
                        .logon("08:59:50", BACKUP, "d1=srv1", "Network", "jump1", "")
                        .logon("08:59:58", BACKUP, "d1=srv1", "Network", "jump2", "");
        remote(estate, "09:00:05", BACKUP, "d1=srv1", "Get-Process", 1);
        TestGraph.linked(estate);

        assertThat(
                        TestGraph.rows(
                                "MATCH ()-[r:OPENED_FROM]->() RETURN r.confidence AS sure, r.ambiguous AS ambiguous"))
                .hasSize(2)
                .allSatisfy(row -> {
                    assertThat(row.get("sure")).isEqualTo(0.4);
                    assertThat(row.get("ambiguous")).isEqualTo(true);
                });
    }

    @Test
    void a_chain_that_reaches_another_host_is_one_high_alert_with_the_whole_path() {
        DetectionResult result = TestGraph.linked(attack()).detect("cloud-to-host-chain", ALL);

        Row row = result.rows().getFirst();
        assertThat(row.text("CorrelationId")).isEqualTo("c2");
        assertThat(row.text("severity")).isEqualTo("high");
        assertThat(row.list("onwardHosts", String.class)).containsExactly("srv9.contoso.com");
        assertThat(row.list("onwardAccounts", String.class)).containsExactly("contoso\\svc_backup");
        assertThat(row.list("onwardCommands", String.class)).containsExactly("Get-Process");
        assertThat(row.number("leftOut")).isZero();
        Alert alert = result.alerts().getFirst();
        assertThat(alert.severity()).isEqualTo(Severity.HIGH);
        assertThat(alert.title())
                .isEqualTo(
                        "mallory@contoso.com from 203.0.113.10 ran script6.ps1 on testrig2; from there"
                                + " to srv9.contoso.com as contoso\\svc_backup");
        assertThat(alert.nodes())
                .contains(
                        "Caller:upn:mallory@contoso.com",
                        "IpAddress:203.0.113.10",
                        "Host:device:d9")
                .anyMatch(node -> node.startsWith("Operation:c2|"))
                .anyMatch(node -> node.startsWith("ScriptFile:"))
                .anyMatch(node -> node.startsWith("PowerShellSession:process|"));
        assertThat(alert.relationships())
                .anyMatch(edge -> edge.startsWith("REMOTED:"))
                .anyMatch(edge -> edge.startsWith("OPENED_FROM:"))
                .anyMatch(edge -> edge.startsWith("DROPPED:"));
        assertThat(alert.evidence()).isNotEmpty();
    }

    @Test
    void a_benign_run_command_is_not_high_and_comes_last() {
        DetectionResult result = TestGraph.linked(attack()).detect("cloud-to-host-chain", ALL);

        assertThat(result.rows())
                .filteredOn(row -> List.of("c3", "c5").contains(row.text("CorrelationId")))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.text("severity")).isEqualTo("low"));
        assertThat(result.rows().getLast().text("severity")).isEqualTo("low");
    }

    @Test
    void a_hop_that_was_usual_before_the_operation_does_not_make_a_chain_high() {
        Estate estate = attack();
        estate.logon(
                        "2021-11-20T08:59:58Z",
                        BACKUP,
                        "d9=srv9.contoso.com",
                        "Network",
                        "testrig3",
                        "")
                .command(
                        "2021-11-20T09:00:05Z",
                        "d9=srv9.contoso.com",
                        "wsmprovhost.exe -Embedding",
                        "Get-Date",
                        "wsmprovhost.exe",
                        BACKUP,
                        Map.of(
                                "processId",
                                8L,
                                "processCreated",
                                Estate.time("2021-11-20T09:00:00Z")))
                .logon("10:30:00", BACKUP, "d9=srv9.contoso.com", "Network", "testrig3", "")
                .command(
                        "10:30:05",
                        "d9=srv9.contoso.com",
                        "wsmprovhost.exe -Embedding",
                        "Get-Date",
                        "wsmprovhost.exe",
                        BACKUP,
                        Map.of("processId", 9L, "processCreated", Estate.time("10:30:01")));

        DetectionResult result = TestGraph.linked(estate).detect("cloud-to-host-chain", ALL);

        assertThat(result.rows())
                .filteredOn(row -> row.text("CorrelationId").equals("c5"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.text("severity")).isEqualTo("medium");
                    assertThat(row.list("onwardHosts", String.class)).isNotEmpty();
                });
    }

    @Test
    void hours_bound_how_long_a_chain_is_followed() {
        Detector detector = TestGraph.linked(attack());

        DetectionResult result = detector.detect("cloud-to-host-chain", ALL.with("hours", "0"));

        assertThat(result.rows())
                .allSatisfy(row -> assertThat(row.list("onwardHosts", String.class)).isEmpty());
    }

    @Test
    void what_speaks_for_an_attack_stands_beside_the_chain_in_the_order_of_time() {
        String mallory = "mallory@contoso.com";
        Estate estate =
                attack().anomaly("09:30:00", mallory, "", Map.of("ActionType", "Sign-in"))
                        .change("08:00:00", "User registered security info", mallory, mallory)
                        .activity(
                                "12:00:00",
                                "SUCCESS",
                                "c8",
                                mallory,
                                "203.0.113.10",
                                Estate.vmId(Estate.SUBSCRIPTION, "store"),
                                "microsoft.storage/storageaccounts/listkeys/action",
                                "");

        DetectionResult result = TestGraph.linked(estate).detect("cloud-to-host-chain", ALL);

        Row row = result.rows().getFirst();
        assertThat(row.list("sideFacts", String.class))
                .containsExactly(
                        "2021-11-22T08:00:00Z directory change: User registered security info",
                        "2021-11-22T09:30:00Z suspicious sign-in: Sign-in",
                        "2021-11-22T12:00:00Z key-listing:"
                                + " microsoft.storage/storageaccounts/listkeys/action");
        assertThat(row.list("steps", String.class))
                .isSorted()
                .contains(
                        "2021-11-22T10:05:00Z operation: Run Command by mallory@contoso.com",
                        "2021-11-22T10:06:01Z remote session: srv9.contoso.com");
        assertThat(result.alerts().getFirst().title()).endsWith("; near a suspicious sign-in");
        assertThat(result.alerts().getFirst().nodes())
                .anyMatch(node -> node.startsWith("BehaviorAnomaly:"))
                .anyMatch(node -> node.startsWith("DirectoryChange:"))
                .anyMatch(node -> node.startsWith("Operation:c8|"));
    }

    @Test
    void a_chain_tells_how_rare_it_is_and_what_other_rules_found_of_it() {
        Detector detector = TestGraph.linked(attack());
        detector.detect("run-command-unique-script", ALL);

        Row row = detector.detect("cloud-to-host-chain", ALL).rows().getFirst();

        assertThat(row.list("rarity", String.class))
                .containsExactly(
                        "these commands: 1 of 4 executions",
                        "this caller: 2 of 4 executions",
                        "this address: 2 of the caller's 2",
                        "this machine: 1 of the caller's 2");
        assertThat(row.list("alsoFound", String.class))
                .singleElement()
                .asString()
                .startsWith("run-command-unique-script: mallory@contoso.com ran script6.ps1");
    }

    private static final Map<String, String> SERVED =
            Map.of(
                    "hostApplication",
                    "C:\\Windows\\system32\\wsmprovhost.exe -Embedding",
                    "user",
                    "CONTOSO\\bob",
                    "account",
                    "name:contoso\\bob");

    @Test
    void the_events_of_one_remote_session_are_one_row() {
        Estate estate =
                new Estate()
                        .record("09:00:00", "srv1", 400, "h1", "r1", SERVED)
                        .record("09:00:01", "srv1", 600, "h1", "", SERVED)
                        .record("09:10:00", "srv1", 403, "h1", "r1", SERVED);

        DetectionResult result = TestGraph.linked(estate).detect("remote-powershell-session", ALL);

        Row row = result.rows().getFirst();
        assertThat(result.rows()).hasSize(1);
        assertThat(row.instant("StartTime")).isEqualTo(Estate.time("09:00:00"));
        assertThat(row.instant("EndTime")).isEqualTo(Estate.time("09:10:00"));
        assertThat(row.text("HostId") + row.text("RunspaceId")).isEqualTo("h1r1");
        assertThat(row.text("User")).isEqualTo("CONTOSO\\bob");
        assertThat(row.list("EventID", Long.class)).containsExactly(400L, 403L);
        assertThat(result.alerts().getFirst().evidence()).hasSize(3);
        assertThat(result.alerts().getFirst().severity()).isEqualTo(Severity.MEDIUM);
    }

    @Test
    void a_shell_that_a_remote_session_started_makes_it_high_and_habit_makes_it_low() {
        Estate estate =
                new Estate()
                        .process("09:59:59", "srv1", "wsmprovhost.exe", 77, 4, "contoso\\bob")
                        .process("10:00:20", "srv1", "cmd.exe", 78, 77, "contoso\\bob")
                        .record("08:00:00", "srv1", 400, "h1", "r1", SERVED)
                        .record("09:00:00", "srv1", 400, "h2", "r2", SERVED)
                        .record("10:00:00", "srv1", 400, "h3", "r3", SERVED)
                        .record("10:05:00", "srv1", 403, "h3", "r3", SERVED);

        DetectionResult result = TestGraph.linked(estate).detect("remote-powershell-session", ALL);

        assertThat(result.alerts())
                .extracting(Alert::severity)
                .containsExactly(Severity.MEDIUM, Severity.LOW, Severity.HIGH);
        Row last = result.rows().getLast();
        assertThat(last.list("children", String.class)).containsExactly("cmd.exe");
        assertThat(last.list("relatives", String.class))
                .containsExactly(
                        "60167e5c (PowerShell engine start): 1",
                        "734f8d9b (process of the session and its children): 2",
                        "5cc2cda8 (suspicious child): 1");
        assertThat(last.number("earlierSessions")).isEqualTo(2);
    }

    /// F1, and from testrig2 a service account goes on to srv9.
    private static Estate attack() {
        return F1.estate()
                .logon("10:06:00", BACKUP, "d9=srv9.contoso.com", "Network", "testrig2", "10.0.0.5")
                .command(
                        "10:06:05",
                        "d9=srv9.contoso.com",
                        "wsmprovhost.exe -Embedding",
                        "Get-Process",
                        "wsmprovhost.exe",
                        BACKUP,
                        Map.of("processId", 7L, "processCreated", Estate.time("10:06:01")));
    }
}
