package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The Run Command detections that look at who runs how often, from where, and on what, in linked
/// mode.
class RunCommandHabitsTest {

    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);

    private static DetectionResult spikes(Estate estate) {
        return TestGraph.linked(estate).detect("run-command-spike", ALL);
    }

    private static DetectionResult brief(Estate estate) {
        return TestGraph.linked(estate).detect("run-command-infrequent", ALL);
    }

    /// A run from its start to its success.
    private static Estate run(
            Estate estate, String start, String end, String id, String caller, String vm) {
        return estate.activity(start, "START", id, caller, "203.0.113.9", vm)
                .activity(end, "SUCCESS", id, caller, "203.0.113.9", vm);
    }

    /// Five runs on vm1, the first at 10:00:00, the last ending at 10:08:40.
    private static Estate fiveRuns(Estate estate, String caller) {
        for (int i = 0; i < 5; i++) {
            run(
                    estate,
                    "10:0" + 2 * i + ":00",
                    "10:0" + 2 * i + ":40",
                    caller + i,
                    caller + "@contoso.com",
                    "vm1");
        }
        return estate;
    }

    @Test
    void five_runs_within_nine_minutes_are_a_spike_with_the_published_columns() {
        DetectionResult result = spikes(fiveRuns(new Estate(), "mallory"));

        assertThat(result.completeness()).isInstanceOf(Complete.class);
        assertThat(result.columns())
                .startsWith(
                        "Caller",
                        "CallerIP",
                        "ResourceCount",
                        "ResourceGroupCount",
                        "WindowDelta [Minutes]",
                        "Start",
                        "End",
                        "ResourceBag");
        Row row = result.rows().getFirst();
        assertThat(row.columns()).isEqualTo(result.columns());
        assertThat(row.text("Caller")).isEqualTo("mallory@contoso.com");
        assertThat(row.number("WindowDelta [Minutes]")).isEqualTo(8);
        assertThat(row.instant("End")).isEqualTo(Estate.time("10:08:40"));
        assertThat(row.get("ResourceBag"))
                .isEqualTo(Map.of(Estate.vmId(Estate.SUBSCRIPTION, "vm1"), "rg1"));
        assertThat(row.text("shape")).isEqualTo("same VM");
        assertThat(result.alerts()).hasSize(1);
        assertThat(result.alerts().getFirst().title())
                .startsWith("mallory@contoso.com started 5 run commands on 1 machines");
    }

    @Test
    void nina_spikes_though_she_used_run_command_three_days_before() {
        Estate estate = fiveRuns(new Estate(), "nina");
        run(
                estate,
                "2021-11-19T10:00:00Z",
                "2021-11-19T10:00:40Z",
                "n0",
                "nina@contoso.com",
                "vm2");

        assertThat(spikes(estate).rows()).hasSize(1);
    }

    @Test
    void olaf_spikes_within_fourteen_minutes_that_touch_sixteen_on_the_clock() {
        Estate estate = new Estate();
        String[] starts = {"10:00:59", "10:04:00", "10:08:00", "10:12:00", "10:14:30"};
        for (String start : starts) {
            run(estate, start, start, "o" + start, "olaf@contoso.com", "vm1");
        }
        run(estate, "10:15:00", "10:15:00", "last", "olaf@contoso.com", "vm1");

        Row row = spikes(estate).rows().getFirst();

        assertThat(row.number("Commands")).isEqualTo(6);
        assertThat(row.number("WindowDelta [Minutes]")).isEqualTo(14);
    }

    @Test
    void four_runs_are_no_spike_and_a_window_is_no_longer_than_it_may_be() {
        Estate estate = new Estate();
        String[] starts = {"10:00:00", "10:05:00", "10:10:00", "10:15:00", "10:15:01"};
        for (String start : starts) {
            run(estate, start, start, start, "olaf@contoso.com", "vm1");
        }
        Detector detector = TestGraph.linked(estate);

        assertThat(detector.detect("run-command-spike", ALL).rows()).isEmpty();
        assertThat(detector.detect("run-command-spike", ALL.with("commandsExecuted", "4")).rows())
                .hasSize(2);
        assertThat(detector.detect("run-command-spike", ALL.with("timeDelta", "16")).rows())
                .hasSize(1);
    }

    @Test
    void windows_that_overlap_are_rows_of_their_own_and_one_alert() {
        Estate estate = new Estate();
        for (int minute = 0; minute < 40; minute += 3) {
            String start = "10:%02d:00".formatted(minute);
            run(estate, start, start, start, "mallory@contoso.com", "vm1");
        }

        DetectionResult result = spikes(estate);

        assertThat(result.rows()).hasSize(9);
        assertThat(result.alerts()).hasSize(1);
    }

    @Test
    void runs_over_three_machines_from_three_addresses_under_two_spellings_are_one_fan_out() {
        Estate estate = new Estate();
        for (int i = 0; i < 6; i++) {
            String caller = i % 2 == 0 ? "Mallory@contoso.com" : "mallory@contoso.com";
            estate.activity(
                    "10:0" + i + ":00", "START", "c" + i, caller, "203.0.113." + i, "vm" + i % 3);
        }

        Row row = spikes(estate).rows().getFirst();

        assertThat(row.text("shape")).isEqualTo("fan-out");
        assertThat(row.number("ResourceCount")).isEqualTo(3);
        assertThat(row.list("CallerIP", String.class)).hasSize(6);
        assertThat(row.text("outcomes")).isEqualTo("6 UNFINISHED");
    }

    @Test
    void a_spike_on_every_day_is_habit_and_raises_no_alert_any_more() {
        Estate estate = new Estate();
        for (int day = 10; day < 15; day++) {
            for (int i = 0; i < 5; i++) {
                String start = "2021-11-%02dT10:0%d:00Z".formatted(day, i);
                run(estate, start, start, start, "bob@contoso.com", "vm1");
            }
        }

        DetectionResult result = spikes(estate);

        assertThat(result.rows())
                .extracting(row -> row.text("severity"))
                .containsExactly("medium", "low", "low", "informational", "informational");
        assertThat(result.alerts()).hasSize(3);
    }

    @Test
    void bob_was_there_briefly_though_his_visit_crossed_a_night() {
        Estate estate = new Estate();
        run(estate, "2021-11-10T10:59:59Z", "2021-11-10T11:00:30Z", "b1", "bob@c.com", "testrig1");
        run(estate, "2021-11-11T10:29:30Z", "2021-11-11T10:30:00Z", "b2", "bob@c.com", "testrig1");
        run(estate, "2021-11-01T09:00:00Z", "2021-11-01T09:00:30Z", "a1", "al@c.com", "testrig1");
        run(estate, "2021-11-20T09:00:00Z", "2021-11-20T09:00:30Z", "a2", "al@c.com", "testrig1");
        estate.coverage("AzureActivity", "2021-11-01T00:00:00Z", "2021-11-22T12:00:00Z");

        DetectionResult result = brief(estate);

        assertThat(result.columns())
                .startsWith(
                        "Caller",
                        "VirtualMachineName",
                        "Start",
                        "End",
                        "dcount_VirtualMachineName",
                        "count_",
                        "TimeDelta");
        assertThat(result.rows()).hasSize(1);
        Row bob = result.rows().getFirst();
        assertThat(bob.text("Caller")).isEqualTo("bob@c.com");
        assertThat(bob.number("count_")).isEqualTo(2);
        assertThat(bob.number("TimeDelta")).isEqualTo(23);
        assertThat(bob.text("history")).isEqualTo("sufficient");
        assertThat(bob.get("newPrincipalOnVm")).isEqualTo(true);
        assertThat(result.alerts()).as("nothing went on from there").isEmpty();
    }

    @Test
    void a_brief_visit_from_which_a_remote_session_went_on_raises_an_alert() {
        Estate estate = new Estate();
        run(estate, "2021-11-10T11:00:00Z", "2021-11-10T11:00:30Z", "b1", "bob@c.com", "testrig1");
        estate.file("2021-11-10T11:00:12Z", "testrig1.contoso.com", "script1.ps1", 1, "FileCreated")
                .logon(
                        "2021-11-10T12:00:00Z",
                        "contoso\\svc",
                        "d2=srv2",
                        "Network",
                        "testrig1",
                        "10.0.0.4")
                .command(
                        "2021-11-10T12:00:03Z",
                        "d2=srv2",
                        "wsmprovhost.exe -Embedding",
                        "Get-Process",
                        "wsmprovhost.exe",
                        "contoso\\svc",
                        Map.of(
                                "processId",
                                77L,
                                "processCreated",
                                Estate.time("2021-11-10T12:00:01Z")))
                .coverage("AzureActivity", "2021-11-01T00:00:00Z", "2021-11-22T12:00:00Z");

        DetectionResult result = brief(estate);

        assertThat(result.rows().getFirst().number("onwardVisits")).isEqualTo(1);
        assertThat(result.alerts()).extracting(Alert::severity).containsExactly(Severity.MEDIUM);
    }

    @Test
    void where_the_log_is_too_short_to_tell_the_row_says_so_and_raises_no_alert() {
        Estate estate = new Estate();
        run(estate, "2021-11-22T10:00:00Z", "2021-11-22T10:00:30Z", "b1", "bob@c.com", "testrig1");
        estate.coverage("AzureActivity", "2021-11-20T00:00:00Z", "2021-11-22T12:00:00Z");

        DetectionResult result = brief(estate);

        Row row = result.rows().getFirst();
        assertThat(row.text("history")).isEqualTo("insufficient history");
        assertThat(row.list("reasons", String.class))
                .containsExactly(
                        "the log begins 2 days before the first run",
                        "the log ends 1 hours after the last run");
        assertThat(result.alerts()).isEmpty();
    }

    @Test
    void a_visit_is_judged_anew_at_another_time_before_its_log_ends() {
        Estate estate = new Estate();
        run(estate, "2021-11-10T10:00:00Z", "2021-11-10T10:00:30Z", "b1", "bob@c.com", "testrig1");
        estate.coverage("AzureActivity", "2021-10-01T00:00:00Z", "2021-11-22T12:00:00Z");
        Detector detector = TestGraph.linked(estate);

        assertThat(historyAt(detector, "2021-11-10T11:00:00Z")).isEqualTo("insufficient history");
        assertThat(historyAt(detector, "2021-11-22T12:00:00Z")).isEqualTo("sufficient");
        assertThat(historyAt(detector, "2022-11-22T12:00:00Z")).isEqualTo("sufficient");
        assertThat(historyAt(detector, "2021-11-10T11:00:00Z")).isEqualTo("insufficient history");
    }

    private static String historyAt(Detector detector, String now) {
        return detector.detect(
                        "run-command-infrequent", DetectionRequest.linked(Instant.parse(now)))
                .rows()
                .getFirst()
                .text("history");
    }

    @Test
    void machines_of_one_name_are_told_apart_by_their_resource_id() {
        Estate estate = new Estate();
        run(estate, "2021-11-10T10:00:00Z", "2021-11-10T10:00:30Z", "b1", "bob@c.com", "testrig1");
        estate.activity(
                "2021-11-20T10:00:00Z",
                "SUCCESS",
                "b2",
                "bob@c.com",
                "",
                Estate.vmId("22222222-2222-2222-2222-222222222222", "testrig1"),
                Estate.RUN_COMMAND,
                "");

        DetectionResult result = brief(estate);

        assertThat(result.rows()).hasSize(2);
        assertThat(result.rows().getFirst().number("machines")).isEqualTo(2);
    }

    @Test
    void every_address_of_an_operation_is_looked_up_and_the_smallest_range_told() {
        Estate estate = new Estate();
        estate.activity("09:00:00", "SUCCESS", "c0", "bob@c.com", "198.51.100.7", "vm1")
                .activity("10:00:00", "START", "c1", "bob@c.com", "20.51.3.4", "vm1")
                .activity("10:00:40", "SUCCESS", "c1", "bob@c.com", "203.0.113.9", "vm1")
                .activity("11:00:00", "FAILURE", "c2", "mallory@c.com", "2603:1030::7", "vm1")
                .activity("12:00:00", "SUCCESS", "c3", "bob@c.com", "20.51.3.9", "vm2");
        DetectionRequest request = ALL.with("ranges", "20.48.0.0/12, 20.51.0.0/21, 2603:1030::/48");

        DetectionResult result = TestGraph.linked(estate).detect("run-command-azure-ip", request);

        assertThat(result.columns())
                .startsWith(
                        "StartTime",
                        "EndTime",
                        "Subscription",
                        "VirtualMachineName",
                        "CorrelationId",
                        "Caller",
                        "CallerIpAddress",
                        "AddressPrefixes",
                        "IP_0_Address");
        assertThat(result.rows())
                .extracting(row ->
                        row.text("CorrelationId")
                                + " "
                                + row.get("AddressPrefixes")
                                + " "
                                + row.text("severity"))
                .containsExactly(
                        "c1 [20.51.0.0/21] medium",
                        "c2 [2603:1030::/48] low",
                        "c3 [20.51.0.0/21] informational");
        Row c1 = result.rows().getFirst();
        assertThat(c1.list("CallerIpAddress", String.class))
                .containsExactly("20.51.3.4", "203.0.113.9");
        assertThat(c1.text("IP_0_Address")).isEqualTo("20.51.3.4");
        assertThat(result.alerts()).hasSize(2);
    }

    @Test
    void without_ranges_the_rule_is_blind_and_a_file_that_is_missing_is_refused() {
        Detector detector = TestGraph.linked(F1.estate());

        assertThat(detector.detect("run-command-azure-ip", ALL).completeness())
                .isInstanceOfSatisfying(
                        Blind.class,
                        blind ->
                                assertThat(blind.reasons())
                                        .anySatisfy(reason ->
                                                assertThat(reason)
                                                        .contains("parameter ranges not set")));
        assertThatThrownBy(() ->
                        detector.detect(
                                "run-command-azure-ip", ALL.with("ranges", "not-there.json")))
                .isInstanceOf(RefusedRequest.class)
                .hasMessageContaining("not-there.json");
    }

    @Test
    void each_script_is_one_row_however_often_its_file_was_touched() {
        DetectionResult result =
                TestGraph.linked(F1.estate()).detect("run-command-script-files", ALL);

        assertThat(result.columns())
                .startsWith(
                        "StartTime",
                        "EndTime",
                        "PowershellFileCreatedTimestamp",
                        "VirtualMachineName",
                        "Caller",
                        "CallerIpAddress",
                        "FileName",
                        "FileSize",
                        "InitiatingProcessId",
                        "InitiatingProcessAccountDomain",
                        "InitiatingProcessFolderPath");
        assertThat(result.rows())
                .extracting(row -> row.text("CorrelationId") + " " + row.text("FileSize"))
                .containsExactly("c1 812", "c2 1440", "c3 95", "c5 64");
        assertThat(result.alerts()).isEmpty();
    }

    /// An execution each ten minutes whose scripts have these sizes.
    private static Estate scripts(String hour, List<Integer> sizes) {
        Estate estate = new Estate();
        for (int i = 0; i < sizes.size(); i++) {
            String minute = hour + ":" + i + "0";
            run(estate, minute + ":00", minute + ":40", minute, "mallory@contoso.com", "testrig1");
            estate.file(
                    minute + ":12",
                    "testrig1.contoso.com",
                    "script" + i + ".ps1",
                    sizes.get(i),
                    "FileCreated");
        }
        return estate;
    }

    private static DetectionResult volatileScripts(Estate estate) {
        return TestGraph.linked(estate).detect("run-command-volatile-scripts", ALL);
    }

    @Test
    void three_scripts_of_three_sizes_are_volatile() {
        DetectionResult result = volatileScripts(scripts("10", List.of(812, 95, 1440)));

        assertThat(result.columns())
                .startsWith(
                        "VirtualMachineName",
                        "CallerIpAddress",
                        "Caller",
                        "StartTime",
                        "EndTime",
                        "count_",
                        "dcount_FileSize",
                        "PercentageDifferent");
        Row row = result.rows().getFirst();
        assertThat(row.get("PercentageDifferent")).isEqualTo(100.0);
        assertThat(row.number("count_")).isEqualTo(3);
        assertThat(result.alerts()).hasSize(1);
    }

    @Test
    void the_same_scripts_again_exactly_four_of_five_and_two_alone_are_not_volatile() {
        assertThat(volatileScripts(scripts("10", List.of(95, 95, 95, 95, 64))).rows()).isEmpty();
        assertThat(volatileScripts(scripts("10", List.of(1, 2, 3, 4, 4))).rows()).isEmpty();
        assertThat(volatileScripts(scripts("10", List.of(1, 2))).rows()).isEmpty();
    }

    @Test
    void a_file_that_is_modified_does_not_hide_that_scripts_differ() {
        Estate estate = scripts("10", List.of(812, 95, 1440));
        for (int i = 0; i < 5; i++) {
            estate.file("10:00:2" + i, "testrig1.contoso.com", "script0.ps1", 812, "FileModified");
        }

        assertThat(volatileScripts(estate).rows().getFirst().number("count_")).isEqualTo(3);
    }

    @Test
    void contents_are_compared_before_sizes() {
        Estate estate = new Estate();
        for (int i = 0; i < 3; i++) {
            String minute = "10:" + i + "0";
            run(estate, minute + ":00", minute + ":40", minute, "mallory@contoso.com", "testrig1");
            estate.file(
                    minute + ":12",
                    "testrig1.contoso.com",
                    "script" + i + ".ps1",
                    95,
                    "FileCreated",
                    "RunCommandExtension.exe",
                    Map.of("SHA256", ("" + i).repeat(64)));
        }

        Row row = volatileScripts(estate).rows().getFirst();

        assertThat(row.number("distinctContents")).isEqualTo(3);
        assertThat(row.number("dcount_FileSize")).isEqualTo(1);
    }

    @Test
    void a_month_of_varied_maintenance_is_no_sitting() {
        Estate estate = new Estate();
        for (int day = 10; day < 16; day++) {
            String at = "2021-11-" + day + "T10:00";
            run(estate, at + ":00Z", at + ":40Z", at, "bob@contoso.com", "testrig1");
            estate.file(
                    at + ":12Z",
                    "testrig1.contoso.com",
                    "script" + day + ".ps1",
                    day,
                    "FileCreated");
        }

        assertThat(volatileScripts(estate).rows()).isEmpty();
    }
}
