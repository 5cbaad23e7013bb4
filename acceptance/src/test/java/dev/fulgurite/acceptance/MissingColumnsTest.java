package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An export that lacks a column: a rule that finds less without it says that it is blind, also
/// when another source that it reads is there.
class MissingColumnsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant NOW = Instant.parse("2021-11-22T12:00:00Z");
    private static final Path RECORDS = Repository.file("ingest/src/test/resources/records");

    private static final List<String> RULES =
            List.of(
                    "run-command-ueba",
                    "run-command-script-files",
                    "service-account-remote-powershell");

    /// A script by Run Command after an uncommon sign-in, and a service account at work remotely.
    private static final Map<String, String> TABLES =
            Map.of(
                    "AzureActivity",
                    """
                    {"TimeGenerated":"2021-11-22T10:00:00Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Started","CorrelationId":"c1","Caller":"mallory@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","Authorization":"{\\"action\\":\\"Microsoft.Compute/virtualMachines/runCommand/action\\",\\"scope\\":\\"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1\\"}","EventDataId":"a1","Type":"AzureActivity"}
                    {"TimeGenerated":"2021-11-22T10:00:40Z","OperationNameValue":"Microsoft.Compute/virtualMachines/runCommand/action","ActivityStatusValue":"Succeeded","CorrelationId":"c1","Caller":"mallory@contoso.com","CallerIpAddress":"203.0.113.9","SubscriptionId":"s1","Authorization":"{\\"action\\":\\"Microsoft.Compute/virtualMachines/runCommand/action\\",\\"scope\\":\\"/subscriptions/s1/resourceGroups/rg1/providers/Microsoft.Compute/virtualMachines/vm1\\"}","EventDataId":"a2","Type":"AzureActivity"}
                    """,
                    "DeviceFileEvents",
                    """
                    {"Timestamp":"2021-11-22T10:00:12Z","DeviceId":"d1","DeviceName":"vm1.contoso.com","ActionType":"FileCreated","FileName":"script6.ps1","FileSize":812,"InitiatingProcessFileName":"RunCommandExtension.exe","InitiatingProcessId":8220,"InitiatingProcessCreationTime":"2021-11-22T10:00:10Z","ReportId":11,"Type":"DeviceFileEvents"}
                    """,
                    "BehaviorAnalytics",
                    """
                    {"TimeGenerated":"2021-11-22T09:30:00Z","EventSource":"Azure AD","ActionType":"Sign-in","UserPrincipalName":"mallory@contoso.com","SourceIPAddress":"203.0.113.9","SourceIPLocation":"NL","ActivityInsights":"{\\"ActionUncommonlyPerformedByUser\\":\\"True\\"}","UsersInsights":"","Type":"BehaviorAnalytics"}
                    """,
                    "SigninLogs",
                    """
                    {"TimeGenerated":"2021-11-22T08:00:00Z","ResultType":"0","UserId":"9b117c67-170e-4aed-9702-658b3fddc889","UserPrincipalName":"alice@contoso.com","IPAddress":"198.51.100.7","RiskLevelDuringSignIn":"none","RiskState":"none","Id":"s1","Type":"SigninLogs"}
                    """,
                    "DeviceEvents",
                    """
                    {"Timestamp":"2021-11-22T11:00:05Z","DeviceId":"d2","DeviceName":"srv1.contoso.com","ActionType":"PowerShellCommand","InitiatingProcessFileName":"wsmprovhost.exe","InitiatingProcessCommandLine":"wsmprovhost.exe -Embedding","InitiatingProcessAccountName":"svc_backup","InitiatingProcessAccountDomain":"contoso","InitiatingProcessId":4711,"InitiatingProcessCreationTime":"2021-11-22T11:00:00Z","AdditionalFields":"{\\"Command\\":\\"Get-Process\\"}","ReportId":21,"Type":"DeviceEvents"}
                    """,
                    "DeviceLogonEvents",
                    """
                    {"Timestamp":"2021-11-22T11:00:00Z","DeviceId":"d2","DeviceName":"srv1.contoso.com","ActionType":"LogonSuccess","AccountName":"svc_backup","AccountDomain":"contoso","LogonType":"Network","LogonId":7,"RemoteIP":"198.51.100.9","ReportId":31,"Type":"DeviceLogonEvents"}
                    """);

    /// Other sources of what Defender has, of another host.
    private static final List<String> BESIDE =
            List.of("powershell-operational/evtx-dump.json", "windows-logons/evtx-dump.json");

    @TempDir private static Path folder;
    private static Investigation investigation;
    private static Map<String, Integer> whole;

    @BeforeAll
    static void all_columns() throws IOException {
        investigation = Investigation.open(new GraphLocation.Folder(folder.resolve("graph")));
        Map<String, DetectionResult> found = without("", "");
        assertThat(found.values())
                .allSatisfy(result -> {
                    assertThat(result.rows()).as(result.rule()).isNotEmpty();
                    assertThat(result.completeness().word())
                            .as(result.rule())
                            .isEqualTo("complete");
                });
        whole = new TreeMap<>();
        found.forEach((rule, result) -> whole.put(rule, result.rows().size()));
    }

    @AfterAll
    static void close() {
        investigation.close();
    }

    @ParameterizedTest
    @CsvSource({
        "AzureActivity, ActivityStatusValue, run-command-ueba",
        "AzureActivity, Caller, run-command-ueba",
        "AzureActivity, Authorization, run-command-script-files",
        "BehaviorAnalytics, EventSource, run-command-ueba",
        "BehaviorAnalytics, ActivityInsights, run-command-ueba",
        "BehaviorAnalytics, SourceIPLocation, run-command-ueba",
        "BehaviorAnalytics, UserPrincipalName, run-command-ueba",
        "DeviceFileEvents, DeviceName, run-command-script-files",
        "DeviceFileEvents, ActionType, run-command-script-files",
        "DeviceFileEvents, FileName, run-command-script-files",
        "DeviceFileEvents, InitiatingProcessFileName, run-command-script-files",
        "DeviceEvents, ActionType, service-account-remote-powershell",
        "DeviceEvents, AdditionalFields, service-account-remote-powershell",
        "DeviceEvents, InitiatingProcessFileName, service-account-remote-powershell",
        "DeviceEvents, InitiatingProcessAccountName, service-account-remote-powershell",
        "DeviceEvents, InitiatingProcessAccountDomain, service-account-remote-powershell",
        "DeviceLogonEvents, ActionType, service-account-remote-powershell",
        "DeviceLogonEvents, LogonType, service-account-remote-powershell",
        "DeviceLogonEvents, AccountName, service-account-remote-powershell",
        "DeviceLogonEvents, AccountDomain, service-account-remote-powershell",
    })
    void rows_that_are_lost_with_a_column_leave_the_rule_blind(
            String table, String column, String rule) throws IOException {
        Map<String, DetectionResult> found = without(table, column);

        assertThat(found.get(rule).completeness().word()).isEqualTo("blind");
        assertThat(found.values())
                .filteredOn(result -> result.rows().size() != whole.get(result.rule()))
                .allSatisfy(result ->
                        assertThat(result.completeness().word())
                                .as(result.rule())
                                .isEqualTo("blind"));
    }

    private static Map<String, DetectionResult> without(String table, String column)
            throws IOException {
        investigation.ledgers().forEach(ledger -> investigation.undo(ledger.sha256()));
        Path logs = Files.createTempDirectory(folder, "logs");
        for (Map.Entry<String, String> each : TABLES.entrySet()) {
            boolean lacks = each.getKey().equals(table);
            Files.writeString(
                    logs.resolve(each.getKey() + ".jsonl"),
                    each.getValue()
                            .lines()
                            .map(line -> (ObjectNode) JSON.readTree(line))
                            .map(row -> (lacks ? lacking(row, column) : row) + "\n")
                            .collect(Collectors.joining()));
        }
        for (String other : BESIDE) {
            Files.copy(RECORDS.resolve(other), logs.resolve(other.replace('/', '-')));
        }
        investigation.ingest(List.of(logs), IngestListener.silent());
        return investigation
                .detect(RULES, new DetectionRequest(Mode.LINKED, NOW, null, null, Map.of()))
                .stream()
                .collect(Collectors.toMap(DetectionResult::rule, result -> result));
    }

    private static ObjectNode lacking(ObjectNode row, String column) {
        row.remove(column);
        return row;
    }
}
