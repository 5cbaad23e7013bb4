package dev.fulgurite.detections.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.detections.PublishedQuery.Source;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.graph.model.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The worked examples of the published queries, defects included.
class PublishedTwinsTest {

    private static final String RUN = "Microsoft.Compute/virtualMachines/runCommand/action";
    private static final Instant NOW = Instant.parse("2021-11-22T12:00:00Z");

    private final Rows rows = new Rows();

    @Test
    void one_modern_row_marks_a_subscription_as_modern() {
        rows.add("AzureActivity", "10:00:00", "SubscriptionId", "s1", "Claims", "{}");
        rows.add("AzureActivity", "10:00:01", "SubscriptionId", "s1");
        rows.add("AzureActivity", "10:00:02", "_SubscriptionId", "s2", "SubscriptionId", "s9");

        assertThat(found(new ConnectorCheck()))
                .extracting(
                        row -> row.text("_SubscriptionId"),
                        row -> row.get("NewConnector"),
                        row -> row.get("Events"))
                .containsExactly(tuple("s1", 1L, 2L), tuple("s2", 0L, 1L));
    }

    @Test
    void an_operation_is_looked_up_in_any_case_within_its_window() {
        rows.add(
                "AzureActivity",
                "2021-11-21T12:00:00Z",
                "OperationNameValue",
                "MICROSOFT.RECOVERYSERVICES/VAULTS/DELETE");
        rows.add(
                "AzureActivity",
                "2021-11-18T12:00:00Z",
                "OperationNameValue",
                "Microsoft.RecoveryServices/vaults/delete");

        assertThat(
                        found(
                                new OperationLookup(),
                                "operation",
                                "Microsoft.RecoveryServices/vaults/delete",
                                "window",
                                "3d"))
                .extracting(row -> row.instant("TimeGenerated"))
                .containsExactly(Instant.parse("2021-11-21T12:00:00Z"));
    }

    @Test
    void a_profile_counts_events_and_midnights() {
        String incidents = "Microsoft.SecurityInsights/incidents/write";
        profiled("09:00:00", RUN, "203.0.113.9");
        profiled("09:00:30", RUN.toUpperCase(Locale.ROOT), "203.0.113.10");
        profiled("23:59:00", incidents, "");
        profiled("2021-11-23T00:00:00Z", incidents, "198.51.100.7");

        assertThat(found(new CallerProfile(), "caller", "MALLORY@contoso.com"))
                .extracting(
                        row -> row.get("Operations"),
                        row -> row.get("IPs"),
                        row -> row.list("IPUsed", String.class),
                        row -> row.get("DaysDelta"))
                .containsExactly(
                        tuple(2L, 2L, List.of("203.0.113.9", "203.0.113.10"), 1L),
                        tuple(2L, 2L, List.of("", "198.51.100.7"), 1L));
    }

    private void profiled(String time, String operation, String ip) {
        rows.add(
                "AzureActivity",
                time,
                "Caller",
                "mallory@contoso.com",
                "OperationNameValue",
                operation,
                "CallerIpAddress",
                ip);
    }

    @Test
    void a_spike_is_seen_of_newcomers_only_and_within_fewer_than_fifteen_boundaries() {
        for (String minute : List.of("00", "02", "04", "06", "08")) {
            spike("10:" + minute + ":00", "mallory", "m" + minute);
            spike("10:" + minute + ":00", "nina", "n" + minute);
        }
        spike("2021-11-19T10:00:00Z", "nina", "n-earlier");
        for (String time : List.of("10:00:59", "10:04:00", "10:08:00", "10:12:00", "10:15:00")) {
            spike(time, "olaf", "o" + time);
        }

        assertThat(
                        found(
                                new Spike(),
                                "timeDelta",
                                15L,
                                "resourcesImpacted",
                                1L,
                                "commandsExecuted",
                                5L))
                .extracting(row -> row.text("Caller"), row -> row.get("WindowDelta [Minutes]"))
                .containsExactly(tuple("mallory", 8L));
    }

    private void spike(String time, String caller, String correlation) {
        rows.add(
                "AzureActivity",
                time,
                "OperationName",
                "Run Command on Virtual Machine",
                "Caller",
                caller,
                "CorrelationId",
                correlation,
                "Resource",
                "VM1",
                "ResourceGroup",
                "RG1");
    }

    @Test
    void a_brief_interaction_is_told_by_hours_that_are_crossed() {
        run("2021-11-10T10:59:59Z", "2021-11-10T11:00:30Z", "b1", "bob", "203.0.113.9");
        run("2021-11-11T10:29:00Z", "2021-11-11T10:30:00Z", "b2", "bob", "203.0.113.9");
        run("10:00:00", "10:00:40", "c1", "mallory", "203.0.113.9");

        assertThat(found(new Infrequent(), "MaxInteractionTime", 24L))
                .extracting(row -> row.text("Caller"), row -> row.get("TimeDelta"))
                .containsExactly(tuple("mallory", 0L));
    }

    @Test
    void a_login_is_near_from_an_hour_after_a_run_to_six_before() {
        run("10:00:00", "10:00:40", "c1", "mallory@contoso.com", "203.0.113.9");
        behavior("11:00:00", "Mallory@Contoso.com", "\"True\"", "NL");
        behavior("11:00:01", "mallory@contoso.com", "\"True\"", "NL");
        behavior("04:00:00", "mallory@contoso.com", "\"True\"", "NL");
        behavior("03:59:59", "mallory@contoso.com", "\"True\"", "NL");
        behavior("09:30:00", "mallory@contoso.com", "true", "NL");
        behavior("09:31:00", "mallory@contoso.com", "\"True\"", "");

        assertThat(found(new SuspiciousLogin()))
                .extracting(row -> row.instant("UEBAEventTime"))
                .containsExactlyInAnyOrder(Rows.time("11:00:00"), Rows.time("04:00:00"));
    }

    private void behavior(String time, String user, String uncommon, String location) {
        rows.add(
                "BehaviorAnalytics",
                time,
                "EventSource",
                "Azure AD",
                "UserPrincipalName",
                user,
                "SourceIPLocation",
                location,
                "ActivityInsights",
                "{\"ActionUncommonlyPerformedByUser\": " + uncommon + "}");
    }

    @Test
    void an_address_of_virtual_desktop_is_found_and_none_of_ipv6() {
        run("10:00:00", "10:00:40", "c1", "a", "20.51.3.4");
        run("10:01:00", "10:01:40", "c2", "a", "203.0.113.9");
        run("10:02:00", "10:02:40", "c3", "a", "2603:1030::7");

        assertThat(found(new FromAzureAddress(), "ranges", tags()))
                .extracting(row -> row.text("CorrelationId"), row -> row.text("AddressPrefixes"))
                .containsExactly(tuple("c1", "20.51.0.0/21"));
    }

    private static String tags() {
        return Path.of("src/test/resources/published/service-tags.json").toString();
    }

    @Test
    void commands_of_two_machines_are_attributed_to_both() {
        run("10:00:00", "10:00:40", "c1", "mallory", "203.0.113.9");
        file("10:00:12", "vm1.contoso.com", 812L);
        command("10:00:14", "vm1.contoso.com", "script6.ps1");
        command("10:00:15", "vm1.contoso.com", "ipconfig.exe");
        command("10:05:17", "vm2.contoso.com", "Invoke-WebRequest");
        rows.add(
                "DeviceEvents",
                "10:06:00",
                "DeviceName",
                "vm1.contoso.com",
                "ActionType",
                "AmsiContent",
                "InitiatingProcessCommandLine",
                "powershell -File script6.ps1");

        List<Row> linked = found(new LinkedWithDefender());
        assertThat(linked).hasSize(1);
        assertThat(linked.getFirst().list("PowershellScriptCommands", String.class))
                .containsExactly("ipconfig.exe", "Invoke-WebRequest", "");
        assertThat(linked.getFirst().text(Answer.BECAUSE))
                .contains("vm2.contoso.com", "AmsiContent");
    }

    @Test
    void an_operation_that_is_not_the_one_looked_up_is_told_with_both() {
        Answer answer =
                answer(
                        new OperationLookup(),
                        "operation",
                        "Microsoft.RecoveryServices/vaults/delete",
                        "window",
                        "3d");

        assertThat(answer.whyNot(Row.of(Map.of("OperationNameValue", RUN))))
                .isEqualTo(
                        "published: OperationNameValue =~ \"Microsoft.RecoveryServices/vaults/delete\""
                                + " does not hold for "
                                + RUN);
    }

    @Test
    void one_encoding_of_a_status_is_not_seen_and_the_trail_says_so() {
        rows.add("AzureActivity", "10:00:00", RunRow.of("c5", "bob", "", "Start"));
        rows.add("AzureActivity", "10:00:35", RunRow.of("c5", "bob", "", "Success"));

        Answer answer = answer(new LinkedWithDefender());

        assertThat(answer.rows()).isEmpty();
        assertThat(answer.whyNot(Row.of(Map.of("CorrelationId", "C5"))))
                .isEqualTo(
                        "published: list_ActivityStatusValue has \"Succeeded\" does not hold for"
                                + " [\"Start\",\"Success\"]");
    }

    @Test
    void two_scripts_of_one_number_hide_each_other() {
        run("10:00:00", "10:00:40", "c1", "mallory@contoso.com", "203.0.113.9");
        file("10:00:12", "vm1.contoso.com", 812L);
        command("10:00:15", "vm1.contoso.com", "ipconfig.exe");
        command("10:00:16", "vm1.contoso.com", "Get-Process");

        assertThat(found(new UniqueScript()))
                .extracting(
                        row -> row.text("ScriptFingerprintHash"),
                        row -> row.get("Prevalence"),
                        row -> row.text("CallerUPNSuffix"))
                .containsExactly(
                        tuple(
                                "f5ced44bb26934d4086d6adf6087873b4bc0a4dc51c4a6d10676163c98a3960b",
                                100.0,
                                "contoso.com"));
        file("10:00:13", "vm1.contoso.com", 812L);
        assertThat(found(new UniqueScript())).isEmpty();
    }

    @Test
    void a_file_of_a_run_is_a_row_for_each_event_of_it() {
        run("10:00:00", "10:00:40", "c1", "mallory@contoso.com", "203.0.113.10");
        file("10:00:12", "vm1", 812);
        file("10:00:13", "vm1", 812);
        file("10:00:41", "vm1", 95);

        assertThat(found(new FilesOfRuns()))
                .extracting(row -> row.get("FileSize"), row -> row.text("Caller"))
                .containsExactly(
                        tuple(812L, "mallory@contoso.com"), tuple(812L, "mallory@contoso.com"));
    }

    @Test
    void exactly_eighty_percent_is_not_volatile() {
        run("10:00:00", "11:00:00", "c1", "mallory", "203.0.113.9");
        for (long size : List.of(1L, 2L, 3L, 4L, 4L)) {
            file("10:0" + size + ":00", "vm1", size);
        }
        assertThat(found(new VolatileScripts())).isEmpty();
        file("10:09:00", "vm1", 9L);
        assertThat(found(new VolatileScripts()))
                .extracting(row -> row.get("count_"), row -> row.get("dcount_FileSize"))
                .containsExactly(tuple(6L, 5L));
    }

    @Test
    void a_service_account_is_one_of_its_bare_name_in_its_case() {
        logon("svc_backup", "Network");
        logon("svc_sql", "Network");
        logon("svc_sql", "RemoteInteractive");
        logon("WS01$", "Network");
        logon("winrm va_1_contoso_alice", "Network");
        logon("SVC_Backup", "Interactive");
        remote("09:00:00", "svc_backup", "srv1", "Get-Process", 11L);
        remote("09:00:05", "svc_backup", "srv1", "Out-Default", 12L);
        remote("09:01:00", "svc_backup", "srv1", "Invoke-WebRequest", 13L);
        remote("09:02:00", "svc_backup", "srv1", "out-default", 14L);
        remote("2021-11-10T09:00:00Z", "svc_backup", "srv2", "Get-Service", 3L);
        remote("09:30:00", "svc_backup", "srv2", "Get-Service", 9L);
        remote("09:00:00", "svc_sql", "srv1", "whoami.exe", 15L);
        remote("09:00:00", "SVC_Backup", "srv3", "whoami.exe", 16L);

        assertThat(found(new ServiceAccountCommands(), "WhitelistedAccounts", "x"))
                .extracting(
                        row -> row.text("DeviceName"),
                        row -> row.get("ReportId"),
                        row -> row.list("set_Command", String.class),
                        row -> row.get("count_"))
                .containsExactly(
                        tuple(
                                "srv1",
                                14L,
                                List.of("Get-Process", "Invoke-WebRequest", "out-default"),
                                3L));
    }

    @Test
    void a_sign_in_before_the_change_of_credentials_counts() {
        directory("2021-11-22T12:00:00Z", "Add service principal credentials", "SP1", "");
        directory("2021-11-22T12:10:00Z", "Add service principal credentials", "SP2", "");
        directory(
                "2021-11-22T12:20:00Z",
                "Update application – Certificates and secrets management",
                "APP3",
                "");
        signIn("AADServicePrincipalSignInLogs", "2021-11-15T00:00:00Z", "", "SP2", "");
        signIn("AADServicePrincipalSignInLogs", "2021-11-22T12:30:00Z", "", "SP1", "");
        signIn("SigninLogs", "2021-11-22T11:00:00Z", "", "SP1", "203.0.113.9");

        List<Row> found = found(new DormantServicePrincipal());
        assertThat(found)
                .extracting(
                        row -> row.text("AccountCustomEntity"),
                        row -> row.instant("TimeGenerated1"),
                        row -> row.text("IPCustomEntity"))
                .containsExactly(tuple("SP1", Rows.time("11:00:00"), "203.0.113.9"));
        assertThat(found.getFirst().text(Answer.BECAUSE)).contains("before the change");
    }

    @Test
    void the_address_of_a_dormant_user_is_any_of_the_range() {
        registrations();

        assertThat(found(new DormantUser()))
                .extracting(
                        row -> row.text("TargetUser"),
                        row -> row.instant("MostRecentLogon"),
                        row -> row.text("LogonIP"))
                .containsExactly(tuple("dana@contoso.com", Rows.time("10:06:00"), "198.51.100.7"));
    }

    @Test
    void ids_that_are_looked_for_among_names_leave_nobody_out() {
        registrations();
        rows.add("BehaviorAnalytics", "10:00:00", "UserPrincipalName", "u1@contoso.com");

        assertThat(found(new DormantUserByBehavior()))
                .extracting(row -> row.text("TargetUser"))
                .containsExactlyInAnyOrder("u1@contoso.com", "dana@contoso.com");
    }

    private void registrations() {
        String registered = "User registered security info";
        directory("2021-11-22T10:00:00Z", registered, "U1", "u1@contoso.com");
        directory("2021-11-22T10:05:00Z", registered, "U2", "Dana@Contoso.com");
        signIn("SigninLogs", "2021-11-15T00:00:00Z", "U1", "", "203.0.113.1");
        signIn("SigninLogs", "2021-10-01T00:00:00Z", "U2", "", "203.0.113.2");
        signIn("SigninLogs", "2021-11-22T10:10:00Z", "U1", "", "203.0.113.3");
        signIn("SigninLogs", "2021-11-22T09:00:00Z", "U2", "", "198.51.100.7");
        signIn("SigninLogs", "2021-11-22T10:06:00Z", "U2", "", "203.0.113.9");
    }

    private void directory(String time, String operation, String id, String user) {
        rows.add(
                "AuditLogs",
                time,
                "OperationName",
                operation,
                "TargetResources",
                "[{\"id\": \"" + id + "\", \"userPrincipalName\": \"" + user + "\"}]");
    }

    private void signIn(String table, String time, String user, String principal, String ip) {
        rows.add(
                table,
                time,
                "ResultType",
                "0",
                "UserId",
                user,
                "UserPrincipalName",
                user + "@contoso.com",
                "ServicePrincipalId",
                principal,
                "IPAddress",
                ip);
    }

    private void logon(String account, String type) {
        rows.add(
                "DeviceLogonEvents",
                "08:00:00",
                "ActionType",
                "LogonSuccess",
                "AccountName",
                account,
                "LogonType",
                type);
    }

    private void remote(String time, String account, String device, String command, long report) {
        rows.add(
                "DeviceEvents",
                time,
                "ReportId",
                report,
                "DeviceName",
                device,
                "ActionType",
                "PowerShellCommand",
                "InitiatingProcessFileName",
                "WsmProvHost.exe",
                "InitiatingProcessAccountName",
                account,
                "AdditionalFields",
                "{\"Command\": \"" + command + "\"}");
    }

    private void run(String from, String to, String correlation, String caller, String ip) {
        rows.add("AzureActivity", from, RunRow.of(correlation, caller, ip, "Started"));
        rows.add("AzureActivity", to, RunRow.of(correlation, caller, ip, "Succeeded"));
    }

    private void file(String time, String device, long size) {
        rows.add(
                "DeviceFileEvents",
                time,
                "DeviceName",
                device,
                "ActionType",
                "FileCreated",
                "FileName",
                "script6.ps1",
                "FileSize",
                size,
                "InitiatingProcessFileName",
                "RunCommandExtension.exe");
    }

    private void command(String time, String device, String command) {
        rows.add(
                "DeviceEvents",
                time,
                "DeviceName",
                device,
                "ActionType",
                "PowerShellCommand",
                "InitiatingProcessCommandLine",
                "powershell -File script6.ps1",
                "AdditionalFields",
                "{\"Command\": \"" + command + "\"}");
    }

    private List<Row> found(PublishedQuery query, Object... settings) {
        return answer(query, settings).rows();
    }

    private Answer answer(PublishedQuery query, Object... settings) {
        Map<String, Object> values = new TreeMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            values.put(settings[i].toString(), settings[i + 1]);
        }
        boolean dormant = query.name().startsWith("Dormant");
        return query.answer(
                rows,
                new Settings(
                        dormant ? Instant.parse("2021-11-22T18:00:00Z") : NOW,
                        dormant ? Instant.parse("2021-11-22T00:00:00Z") : null,
                        dormant ? Instant.parse("2021-11-23T00:00:00Z") : null,
                        values));
    }

    @Test
    void an_anomalous_operation_has_the_flags_of_the_worked_example() {
        String machines = "Microsoft.Compute/virtualMachines/start/action";
        String others = "Microsoft.Storage/storageAccounts/write";
        train(60, "alice", machines, "198.51.100.7");
        train(40, "alice", others, "198.51.100.7");
        train(5, "bob", machines, "198.51.100.8");
        train(95, "bob", others, "198.51.100.8");
        train(35, "carol", machines, "198.51.100.9");
        train(50, "dave", others, "192.0.2.5");
        operated("2021-11-21T10:00:00Z", "alice", RUN, "198.51.100.7", "Succeeded");
        operated("2021-11-21T10:10:00Z", "bob", RUN, "198.51.100.8", "Succeeded");
        operated("2021-11-21T10:20:00Z", "dave", RUN, "192.0.2.5", "Succeeded");
        operated("2021-11-21T10:30:00Z", "mallory", RUN, "203.0.113.9", "Succeeded");
        operated("2021-11-21T10:40:00Z", "alice", RUN, "203.0.113.9", "Succeeded");
        operated("2021-11-21T10:50:00Z", "alice", RUN, "2001:db8::1", "Succeeded");
        operated("2021-11-21T11:10:00Z", "bob", RUN, "198.51.100.8", "Failed");
        operated("2021-11-21T11:20:00Z", "Alice", RUN, "198.51.100.7", "Succeeded");

        List<Row> found = found(new AnomalousOperation());

        assertThat(found)
                .allSatisfy(row -> {
                    assertThat(row.get("ActiveDaysOnSub")).isEqualTo(20L);
                    assertThat(row.get("avgMonOpOnSubs")).isEqualTo(0.0);
                })
                .extracting(PublishedTwinsTest::flags)
                .containsExactly(
                        "Alice 198.51.100.7 1 1 0 0 0 0",
                        "alice 2001:db8::1 0 0 1 1 0 0",
                        "alice 203.0.113.9 0 0 1 1 0 0",
                        "mallory 203.0.113.9 1 1 1 1 0 0",
                        "dave 192.0.2.5 0 1 0 1 0 0",
                        "bob 198.51.100.8 0 0 0 0 0 1",
                        "alice 198.51.100.7 0 0 0 0 0 0");
    }

    private static String flags(Row row) {
        return Stream.of(
                        "Caller",
                        "ClientIP",
                        "newCaller",
                        "newCallerOnMonRes",
                        "newIpMask",
                        "newIpMaskOnMonRes",
                        "newMonOpOnSubs",
                        "anomCallerMonRes")
                .map(column -> String.valueOf(row.get(column)))
                .collect(Collectors.joining(" "));
    }

    private void train(int times, String caller, String operation, String ip) {
        for (int i = 0; i < times; i++) {
            operated("2021-11-01T10:00:00Z", caller, operation, ip, "Succeeded");
        }
    }

    private void operated(String time, String caller, String operation, String ip, String status) {
        rows.add(
                "AzureActivity",
                time,
                "SubscriptionId",
                "S1",
                "Caller",
                caller,
                "OperationNameValue",
                operation,
                "CallerIpAddress",
                ip,
                "ActivityStatusValue",
                status);
    }

    @Test
    void a_remote_session_is_a_row_for_each_event_that_starts_it_or_runs_a_command() {
        String remote = "C:\\Windows\\system32\\WSMPROVHOST.exe -Embedding";
        shell("10:00:00", 400L, "ServerRemoteHost", remote, "");
        shell("10:00:04", 4103L, "serverremotehost", remote, "Get-Process");
        shell("10:00:05", 403L, "ServerRemoteHost", remote, "");
        shell("10:00:06", 4103L, "ConsoleHost", remote, "Get-Process");
        shell("10:00:07", 400L, "ServerRemoteHost", "powershell.exe", "");

        assertThat(found(new RemoteSessionEvents()))
                .extracting(row -> row.get("EventID"), row -> row.text("CommandName"))
                .containsExactly(tuple(400L, ""), tuple(4103L, "Get-Process"));
    }

    /// An event of Windows PowerShell with its context parsed.
    private void shell(String time, long event, String host, String application, String command) {
        rows.add(
                "PowerShell",
                time,
                "TimeCreated",
                Rows.time(time),
                "Computer",
                "srv1",
                "Channel",
                event == 4103 ? "Microsoft-Windows-PowerShell/Operational" : "Windows PowerShell",
                "EventID",
                event,
                "RecordId",
                1L,
                "HostName",
                host,
                "HostApplication",
                application,
                "HostId",
                "h1",
                "RunspaceId",
                "r1",
                "User",
                "contoso\\svc",
                "ConnectedUser",
                "",
                "CommandName",
                command);
    }

    /// The columns of an activity record of a Run Command.
    private static final class RunRow {
        static Object[] of(String correlation, String caller, String ip, String status) {
            return new Object[] {
                "OperationNameValue",
                RUN,
                "ActivityStatusValue",
                status,
                "CorrelationId",
                correlation,
                "Caller",
                caller,
                "CallerIpAddress",
                ip,
                "Authorization",
                "{\"scope\": \"/subscriptions/s1/virtualMachines/vm1\"}"
            };
        }
    }

    /// Tables of a test: a column that it does not name is empty.
    private static final class Rows implements Source {

        private static final List<String> NUMBERS =
                List.of("ReportId", "FileSize", "InitiatingProcessId");

        private static final List<String> TEXTS =
                List.of(
                        "OperationNameValue",
                        "OperationName",
                        "ActivityStatusValue",
                        "ActivityStatus",
                        "CorrelationId",
                        "Caller",
                        "CallerIpAddress",
                        "Authorization",
                        "SubscriptionId",
                        "_SubscriptionId",
                        "ResourceId",
                        "_ResourceId",
                        "Resource",
                        "ResourceGroup",
                        "ResourceProvider",
                        "ResourceProviderValue",
                        "Category",
                        "CategoryValue",
                        "Claims",
                        "Properties",
                        "EventDataId",
                        "DeviceId",
                        "DeviceName",
                        "ActionType",
                        "FileName",
                        "InitiatingProcessFileName",
                        "InitiatingProcessAccountName",
                        "InitiatingProcessAccountDomain",
                        "InitiatingProcessFolderPath",
                        "InitiatingProcessCommandLine",
                        "AdditionalFields",
                        "AccountName",
                        "LogonType",
                        "EventSource",
                        "UserPrincipalName",
                        "SourceIPLocation",
                        "ActivityInsights",
                        "UsersInsights",
                        "Result",
                        "ResultDescription",
                        "ResultType",
                        "TargetResources",
                        "InitiatedBy",
                        "UserId",
                        "ServicePrincipalId",
                        "IPAddress",
                        "Location",
                        "LocationDetails",
                        "UserAgent",
                        "AppId",
                        "AppDisplayName");

        private final Map<String, List<Row>> tables = new TreeMap<>();

        static Instant time(String text) {
            return Instant.parse(text.contains("T") ? text : "2021-11-22T" + text + "Z");
        }

        void add(String table, String time, Object... columns) {
            Map<String, Object> row = new LinkedHashMap<>();
            NUMBERS.forEach(column -> row.put(column, null));
            TEXTS.forEach(column -> row.put(column, ""));
            row.put("TimeGenerated", time(time));
            row.put("Timestamp", time(time));
            for (int i = 0; i < columns.length; i += 2) {
                row.put(columns[i].toString(), columns[i + 1]);
            }
            List<Row> rows = tables.computeIfAbsent(table, _ -> new ArrayList<>());
            row.put("event", table + rows.size());
            rows.add(new Row(row));
        }

        @Override
        public void read(String table, Consumer<Row> each) {
            tables.getOrDefault(table, List.of()).forEach(each);
        }

        @Override
        public boolean explained() {
            return true;
        }
    }
}
