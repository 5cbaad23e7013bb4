package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The Run Command detections in linked mode, on F1 and on what the published ones get wrong.
class RunCommandTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);

    private static DetectionResult linked(Estate estate) {
        return TestGraph.linked(estate).detect("run-command-linked", ALL);
    }

    private static Row of(DetectionResult result, String correlation) {
        return result.rows().stream()
                .filter(row -> row.text("CorrelationId").equals(correlation))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> commands(Row row) {
        return row.list("PowershellScriptCommands", String.class);
    }

    @Test
    void f1_gives_four_executions_each_with_its_own_commands() {
        DetectionResult result = linked(F1.estate());

        assertThat(result.completeness()).isInstanceOf(Complete.class);
        assertThat(result.rows())
                .extracting(row -> row.text("CorrelationId"))
                .containsExactly("c1", "c2", "c3", "c5");
        assertThat(commands(of(result, "c1"))).containsExactly("ipconfig.exe", "Get-Process");
        assertThat(commands(of(result, "c2")))
                .containsExactly("Invoke-WebRequest", "Start-Process");
        assertThat(commands(of(result, "c3"))).containsExactly("Get-Service");
        assertThat(commands(of(result, "c5"))).containsExactly("Get-Service");
    }

    @Test
    void a_row_has_the_published_columns_first_and_times_as_times() {
        DetectionResult result = linked(F1.estate());

        assertThat(result.columns())
                .startsWith(
                        "StartTime",
                        "EndTime",
                        "PowershellFileCreatedTimestamp",
                        "PowershellExecStart",
                        "PowershellExecEnd",
                        "PowershellFileName",
                        "PowershellScriptCommands",
                        "Caller",
                        "CallerIpAddress",
                        "InitiatingProcessCommandLine",
                        "PowershellFileSize",
                        "VirtualMachineName",
                        "ScriptFingerprintHash",
                        "CorrelationId",
                        "resourceId",
                        "deviceId",
                        "confidence",
                        "reasons",
                        "alternatives");
        Row c1 = of(result, "c1");
        assertThat(c1.columns()).isEqualTo(result.columns());
        assertThat(c1.instant("StartTime")).isEqualTo(Estate.time("10:00:00"));
        assertThat(c1.instant("EndTime")).isEqualTo(Estate.time("10:00:40"));
        assertThat(c1.instant("PowershellExecStart")).isEqualTo(Estate.time("10:00:15"));
        assertThat(c1.instant("PowershellExecEnd")).isEqualTo(Estate.time("10:00:16"));
        assertThat(c1.number("PowershellFileSize")).isEqualTo(812);
        assertThat(c1.text("VirtualMachineName")).isEqualTo("testrig1");
        assertThat(c1.text("Caller")).isEqualTo("mallory@contoso.com");
        assertThat(c1.get("confidence")).isEqualTo(0.5);
        assertThat(of(result, "c3").text("ScriptFingerprintHash"))
                .isEqualTo("e9ce256e510f8050449f6469d5cc6e328a20072eebd8382a8f13d2e959bb5a6f");
    }

    @Test
    void every_address_of_an_operation_is_kept_in_the_order_of_its_first_use() {
        assertThat(of(linked(F1.estate()), "c1").list("CallerIpAddress", String.class))
                .containsExactly("203.0.113.10", "203.0.113.9");
    }

    @Test
    void a_failed_operation_is_a_row_only_when_residue_is_asked_for() {
        Detector detector = TestGraph.linked(F1.estate());

        DetectionResult all =
                detector.detect("run-command-linked", ALL.with("includeResidue", "true"));

        assertThat(all.rows()).hasSize(5);
        Row c4 = of(all, "c4");
        assertThat(c4.text("outcome")).isEqualTo("FAILED");
        assertThat(commands(c4)).isEmpty();
        assertThat(c4.list("reasons", String.class)).contains("no host telemetry");
    }

    @Test
    void unique_scripts_are_told_apart_by_content_though_their_commands_are_equal() {
        DetectionResult result =
                TestGraph.linked(F1.estate()).detect("run-command-unique-script", ALL);

        assertThat(result.rows()).hasSize(4);
        assertThat(result.columns())
                .startsWith(
                        "timestamp",
                        "StartTime",
                        "EndTime",
                        "PowershellFileName",
                        "VirtualMachineName",
                        "Caller",
                        "CallerName",
                        "CallerUPNSuffix",
                        "CallerIpAddress",
                        "PowershellScriptCommands",
                        "PowershellFileSize",
                        "ScriptFingerprintHash",
                        "Prevalence",
                        "Scope");
        Row c3 = of(result, "c3");
        Row c5 = of(result, "c5");
        assertThat(c3.text("fpPublished")).isEqualTo(c5.text("fpPublished"));
        assertThat(c3.text("fpCmdSet")).isEqualTo(c5.text("fpCmdSet"));
        assertThat(c3.text("prevalence"))
                .isEqualTo(
                        "this fingerprint: 1 of 4 executions in 30 days, 0 other hosts; these"
                                + " commands: 2");
        assertThat(c3.text("fpContent"))
                .isEqualTo("b1c717fb5278111b45cf3bdf2a30ed49608c708dd1b6ce1a67e23ef24992a02b")
                .isNotEqualTo(c5.text("fpContent"));
        Row c1 = of(result, "c1");
        assertThat(commands(c1)).containsExactly("GET-PROCESS", "IPCONFIG.EXE");
        assertThat(c1.text("fpPublished"))
                .isEqualTo("f5ced44bb26934d4086d6adf6087873b4bc0a4dc51c4a6d10676163c98a3960b");
        assertThat(c1.text("CallerName")).isEqualTo("mallory");
        assertThat(c1.text("CallerUPNSuffix")).isEqualTo("contoso.com");
        assertThat(c1.get("Prevalence")).isEqualTo(25.0);
        assertThat(c1.number("prevalenceExecutions")).isEqualTo(1);
        assertThat(c1.number("prevalenceDevices")).isEqualTo(1);
    }

    @Test
    void a_script_that_ran_again_within_the_baseline_is_not_unique() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        execution(estate, "2021-12-12T10:00", "c2", "testrig2", "script9.ps1", 95, "get-service");
        Detector detector = TestGraph.linked(estate);

        assertThat(detector.detect("run-command-unique-script", ALL).rows()).isEmpty();
        assertThat(
                        detector.detect("run-command-unique-script", ALL.with("baselineDays", "7"))
                                .rows())
                .hasSize(2);
    }

    @Test
    void case_of_names_and_full_and_short_names_do_not_matter() {
        Estate estate = new Estate();
        estate.activity("10:00:00", "START", "c1", "Mallory@contoso.com", "203.0.113.9", "TestRig1")
                .activity("10:00:40", "SUCCESS", "c1", "mallory@contoso.com", "", "testrig1")
                .file(
                        "10:00:12",
                        "d1=TESTRIG1.contoso.com",
                        "Script6.PS1",
                        812,
                        "FileCreated",
                        "runcommandextension.exe",
                        Map.of())
                .command("10:00:15", "TESTRIG1", "powershell -file Script6.ps1", "ipconfig.exe");

        Row row = of(linked(estate), "c1");

        assertThat(commands(row)).containsExactly("ipconfig.exe");
        assertThat(row.text("deviceId")).isEqualTo("d1");
    }

    @Test
    void a_vm_name_cut_to_15_characters_and_a_recorded_computer_name_find_the_host() {
        Estate estate = new Estate();
        String renamed = Estate.vmId(Estate.SUBSCRIPTION, "renamed");
        estate.activity(
                "09:00:00",
                "ACCEPT",
                "w1",
                "bob@contoso.com",
                "",
                renamed,
                "microsoft.compute/virtualmachines/write",
                "OldName");
        execution(
                estate,
                "2021-11-22T10:00",
                "c1",
                "a-very-long-vm-name",
                "script1.ps1",
                1,
                "Get-Date");
        estate.file("10:00:12", "a-very-long-vm-", "script1.ps1", 1, "FileCreated")
                .command("10:00:15", "a-very-long-vm-", "powershell -File script1.ps1", "Get-Date")
                .activity("11:00:00", "START", "c2", "bob@contoso.com", "", "renamed")
                .activity("11:00:40", "SUCCESS", "c2", "bob@contoso.com", "", "renamed")
                .file("11:00:12", "oldname", "script1.ps1", 1, "FileCreated")
                .command("11:00:15", "oldname", "powershell -File script1.ps1", "Get-Host");

        TestGraph.linked(estate);

        assertThat(
                        TestGraph.rows(
                                "MATCH (v:VirtualMachine)-[i:IS]->(h:Host) RETURN v.name + '=' + h.key AS tie,"
                                        + " i.confidence AS sure ORDER BY tie"))
                .extracting(row -> row.text("tie") + " " + row.get("sure"))
                .containsExactly(
                        "a-very-long-vm-name=host:a-very-long-vm- 0.8", "renamed=host:oldname 1.0");
    }

    @Test
    void commands_of_other_events_and_empty_ones_do_not_enter_the_fingerprint() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        estate.command(
                "10:00:20",
                "testrig1.contoso.com",
                "powershell -File other.ps1",
                "Invoke-Expression");

        assertThat(commands(of(linked(estate), "c1"))).containsExactly("Get-Service");
    }

    @Test
    void the_script_itself_is_no_command_however_it_is_spelt() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        String line = "powershell  -ExecutionPolicy Unrestricted -File script1.ps1";
        estate.command("10:00:14", "testrig1.contoso.com", line, ".\\Script1.ps1")
                .command("10:00:14", "testrig1.contoso.com", line, "C:\\Downloads\\script1.ps1");

        assertThat(commands(of(linked(estate), "c1"))).containsExactly("Get-Service");
    }

    @Test
    void a_number_used_again_after_a_reinstall_is_another_script() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        execution(estate, "2021-11-22T10:05", "c2", "testrig1", "script0.ps1", 95, "Get-Date");
        execution(estate, "2021-11-22T10:10", "c3", "testrig1", "script1.ps1", 95, "Get-Host");

        DetectionResult result = linked(estate);

        assertThat(commands(of(result, "c1"))).containsExactly("Get-Service");
        assertThat(commands(of(result, "c2"))).containsExactly("Get-Date");
        assertThat(commands(of(result, "c3"))).containsExactly("Get-Host");
        assertThat(of(result, "c2").list("reasons", String.class))
                .anyMatch(reason -> reason.contains("script number went back from 1 to 0"));
    }

    @Test
    void commands_later_than_a_quarter_of_an_hour_are_not_the_scripts() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        estate.command(
                "10:16:00",
                "testrig1.contoso.com",
                "powershell  -ExecutionPolicy Unrestricted -File script1.ps1",
                "Get-Host");

        assertThat(commands(of(linked(estate), "c1"))).containsExactly("Get-Service");
    }

    @Test
    void two_vms_of_one_name_are_both_shown_with_half_the_confidence() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        estate.activity(
                "09:00:00",
                "START",
                "c9",
                "bob@contoso.com",
                "192.0.2.5",
                Estate.vmId("22222222-2222-2222-2222-222222222222", "testrig1"),
                Estate.RUN_COMMAND,
                "");

        Row row = of(linked(estate), "c1");

        assertThat(row.get("confidence")).isEqualTo(0.5);
        assertThat(row.list("reasons", String.class)).anyMatch(r -> r.contains("2 VMs qualify"));
        assertThat(
                        TestGraph.rows(
                                "MATCH ()-[i:IS]->() RETURN i.confidence AS sure, i.ambiguous AS ambiguous"))
                .hasSize(2)
                .allSatisfy(tie -> {
                    assertThat(tie.get("sure")).isEqualTo(0.5);
                    assertThat(tie.get("ambiguous")).isEqualTo(true);
                });
    }

    @Test
    void operations_that_began_together_share_a_script_as_equal_candidates() {
        Estate estate = new Estate();
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");
        estate.activity("10:00:00", "START", "c2", "bob@contoso.com", "192.0.2.5", "testrig1")
                .activity("10:00:40", "SUCCESS", "c2", "bob@contoso.com", "192.0.2.5", "testrig1");

        DetectionResult result = linked(estate);

        assertThat(result.rows()).hasSize(1);
        assertThat(result.rows().getFirst().list("alternatives", String.class)).hasSize(1);
        assertThat(TestGraph.rows("MATCH ()-[d:DROPPED]->() RETURN d.confidence AS sure"))
                .hasSize(2)
                .allSatisfy(drop -> assertThat(drop.get("sure")).isEqualTo(0.45));
    }

    @Test
    void a_failed_attempt_does_not_take_the_script_of_the_retry() {
        Estate estate = new Estate();
        estate.activity("09:59:40", "START", "c0", "bob@contoso.com", "", "testrig1")
                .activity("09:59:42", "FAILURE", "c0", "bob@contoso.com", "", "testrig1");
        execution(estate, "2021-11-22T10:00", "c1", "testrig1", "script1.ps1", 95, "Get-Service");

        assertThat(of(linked(estate), "c1").text("PowershellFileName")).isEqualTo("script1.ps1");
    }

    @Test
    void a_process_that_the_extension_started_is_sure_and_a_later_one_of_the_same_file_is_not() {
        Estate estate = new Estate();
        Map<String, Object> writer =
                Map.of("processId", 100L, "processCreated", Estate.time("10:00:10"));
        estate.activity("10:00:00", "START", "c1", "bob@contoso.com", "", "testrig1")
                .activity("10:00:40", "SUCCESS", "c1", "bob@contoso.com", "", "testrig1")
                .file(
                        "10:00:12",
                        "d1=testrig1",
                        "script1.ps1",
                        1,
                        "FileCreated",
                        "RunCommandExtension.exe",
                        writer)
                .command(
                        "10:00:15",
                        "d1=testrig1",
                        "powershell -File script1.ps1",
                        "Get-Date",
                        "powershell.exe",
                        "S-1-5-18=nt authority\\system",
                        Map.of(
                                "processId",
                                101L,
                                "processCreated",
                                Estate.time("10:00:14"),
                                "InitiatingProcessParentId",
                                "100"))
                .command(
                        "10:05:00",
                        "d1=testrig1",
                        "powershell -File script1.ps1",
                        "Get-Host",
                        "powershell.exe",
                        "contoso\\bob",
                        Map.of(
                                "processId",
                                201L,
                                "processCreated",
                                Estate.time("10:04:59"),
                                "InitiatingProcessParentId",
                                "7"));

        DetectionResult result = linked(estate);

        assertThat(result.rows()).hasSize(1);
        assertThat(commands(result.rows().getFirst())).containsExactly("Get-Date");
        assertThat(result.rows().getFirst().get("confidence")).isEqualTo(0.9);
        assertThat(
                        TestGraph.rows(
                                "MATCH ()-[r:RAN_AS]->() RETURN r.confidence AS sure ORDER BY sure"))
                .extracting(row -> row.get("sure"))
                .containsExactly(0.4, 1.0);
    }

    @Test
    void from_and_to_bound_the_rows_and_not_the_links() {
        Detector detector = TestGraph.linked(F1.estate());
        DetectionRequest late =
                new DetectionRequest(
                        Mode.LINKED,
                        TestGraph.NOW,
                        Estate.time("10:04:00"),
                        Estate.time("10:11:00"),
                        Map.of());

        assertThat(detector.detect("run-command-linked", late).rows())
                .extracting(row -> row.text("CorrelationId"))
                .containsExactly("c2", "c3");
        assertThat(detector.detect("run-command-unique-script", late).rows()).hasSize(2);
    }

    private static void execution(
            Estate estate,
            String minute,
            String correlation,
            String vm,
            String script,
            long size,
            String command) {
        String host = vm + ".contoso.com";
        String line = "powershell  -ExecutionPolicy Unrestricted -File " + script;
        estate.activity(minute + ":00Z", "START", correlation, "bob@contoso.com", "192.0.2.5", vm)
                .activity(
                        minute + ":40Z",
                        "SUCCESS",
                        correlation,
                        "bob@contoso.com",
                        "192.0.2.5",
                        vm);
        if (vm.length() <= 15) {
            estate.file(minute + ":12Z", host, script, size, "FileCreated")
                    .command(minute + ":15Z", host, line, command);
        }
    }
}
