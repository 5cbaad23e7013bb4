package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What records of every shape become in the graph.
class ShapesTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final String VM =
            "/subscriptions/11111111-1111-1111-1111-111111111111/resourcegroups/rg1/providers/microsoft.compute/virtualmachines/";

    private final KeptEvents kept = new KeptEvents();

    @Test
    void a_legacy_portal_row_becomes_a_step_of_an_operation() {
        GraphEvent start = ingest("azure-activity/portal-legacy.csv").getFirst();

        assertThat(start.id()).isEqualTo("eda7a001-0000-4000-8000-000000000001");
        assertThat(start.at()).isEqualTo("2021-11-22T10:00:00.123Z");
        assertThat(properties(start))
                .contains(
                        entry("table", "AzureActivity"),
                        entry("OperationName", "Run Command on Virtual Machine"),
                        entry("ActivityStatus", "Started"),
                        entry("Caller", "Mallory@Contoso.com"),
                        entry("CorrelationId", "0C0A0001-0000-4000-8000-000000000001"),
                        entry("operation", "microsoft.compute/virtualmachines/runcommand/action"),
                        entry("status", "START"),
                        entry("resourceId", VM + "testrig1"),
                        entry("subscription", "11111111-1111-1111-1111-111111111111"),
                        entry("correlationId", "0c0a0001-0000-4000-8000-000000000001"))
                .doesNotContainKeys("ActivityStatusValue", "Claims", "Level", "TimeGenerated");
        String operation = "Operation:0c0a0001-0000-4000-8000-000000000001|" + VM + "testrig1";
        assertThat(start.relations())
                .extracting(
                        relation -> relation.from() + " " + relation.type() + " " + relation.to())
                .containsExactlyInAnyOrder(
                        "ActivityEvent:" + start.id() + " OF " + operation,
                        "Caller:upn:mallory@contoso.com INVOKED " + operation,
                        operation + " FROM IpAddress:203.0.113.10",
                        operation + " TARGETED VirtualMachine:" + VM + "testrig1",
                        "VirtualMachine:"
                                + VM
                                + "testrig1 IN Subscription:11111111-1111-1111-1111-111111111111");
    }

    @Test
    void a_row_without_address_or_caller_still_belongs_to_its_operation() {
        GraphEvent end = ingest("azure-activity/portal-legacy.csv").getLast();

        assertThat(properties(end))
                .containsEntry("status", "SUCCESS")
                .containsEntry("operation", "run command on virtual machine");
        assertThat(end.relations()).extracting(GraphEvent.Relation::type).doesNotContain("FROM");
        assertThat(kept.keys("Operation")).hasSize(1);
    }

    @Test
    void a_row_of_the_new_connector_tells_its_caller_twice() {
        GraphEvent event = ingest("azure-activity/portal-new.csv").getFirst();

        assertThat(properties(event))
                .containsEntry("callerObjectId", "9b117c67-170e-4aed-9702-658b3fddc889")
                .containsEntry("status", "START");
        assertThat(kept.keys("Caller"))
                .containsExactly(
                        "oid:9b117c67-170e-4aed-9702-658b3fddc889", "upn:adele@contoso.com");
        assertThat(entity(event, "IpAddress").properties())
                .containsOnly(entry("address", "2001:db8::7"), entry("version", 6L));
    }

    @Test
    void the_creation_of_a_machine_tells_its_computer_name() {
        GraphEvent event = ingest("azure-activity/log-analytics.json").getFirst();

        assertThat(event.at()).isEqualTo("2021-11-22T10:10:00.1234567Z");
        assertThat(properties(event))
                .containsEntry("computerName", "RIG3")
                .containsEntry("resourceId", VM + "testrig3");
        assertThat(entity(event, "Caller").ref().key())
                .isEqualTo("oid:9b117c67-170e-4aed-9702-658b3fddc889");
        assertThat(entity(event, "Caller").names())
                .containsExactly("9b117c67170e4aed9702658b3fddc889");
        assertThat(entity(event, "IpAddress").ref().key()).isEqualTo("203.0.113.10");
        assertThat(entity(event, "VirtualMachine").properties())
                .containsOnly(
                        entry("name", "testrig3"),
                        entry("resourceGroup", "rg1"),
                        entry("subscription", "11111111-1111-1111-1111-111111111111"));
    }

    @Test
    void text_that_should_be_json_is_kept_as_text() {
        GraphEvent event = ingest("azure-activity/log-analytics.json").getLast();

        assertThat(properties(event))
                .containsEntry("Authorization", "no json")
                .containsEntry("CallerIpAddress", "not an address")
                .doesNotContainKey("Caller");
        assertThat(entity(event, "VirtualMachine").ref().key())
                .endsWith("/virtualmachinescalesets/set1/virtualmachines/0");
        assertThat(event.entities())
                .extracting(entity -> entity.ref().label())
                .doesNotContain("IpAddress", "Caller");
    }

    @Test
    void a_diagnostic_record_gets_the_columns_of_log_analytics() {
        List<GraphEvent> events = ingest("azure-activity-diagnostic/lines.json");

        assertThat(properties(events.getFirst()))
                .contains(
                        entry(
                                "OperationNameValue",
                                "MICROSOFT.COMPUTE/VIRTUALMACHINES/RUNCOMMAND/ACTION"),
                        entry("ActivityStatusValue", "Start"),
                        entry("Caller", "Carol@Fabrikam.com"),
                        entry("CallerIpAddress", "203.0.113.10"),
                        entry("CorrelationId", "330c4c70-16d5-4907-8bfc-52caf52a1758"),
                        entry(
                                "Authorization",
                                "{\"scope\":\"/subscriptions/faa30751-0000-4000-8000-000000000000/resourceGroups/rg0/providers/Microsoft.Compute/virtualMachines/testrig1\",\"action\":\"Microsoft.Compute/virtualMachines/runCommand/action\",\"evidence\":{\"role\":\"Owner\",\"principalId\":\"9b117c67170e4aed9702658b3fddc889\",\"principalType\":\"User\"}}"),
                        entry("SubscriptionId", "faa30751-0000-4000-8000-000000000000"),
                        entry("_SubscriptionId", "faa30751-0000-4000-8000-000000000000"),
                        entry(
                                "_ResourceId",
                                "/subscriptions/faa30751-0000-4000-8000-000000000000/resourcegroups/rg0/providers/microsoft.compute/virtualmachines/testrig1"),
                        entry("CategoryValue", "Administrative"),
                        entry("Properties", "{\"eventCategory\":\"Administrative\"}"),
                        entry("callerObjectId", "9b117c67-170e-4aed-9702-658b3fddc889"))
                .containsKey("Claims")
                .doesNotContainKeys("OperationName", "ActivityStatus", "Resource", "ResourceId");
    }

    @Test
    void an_identity_may_be_an_object_a_text_or_empty() {
        List<GraphEvent> events = ingest("azure-activity-diagnostic/lines.json");

        assertThat(events)
                .extracting(event -> properties(event).getOrDefault("Caller", "none"))
                .containsExactly(
                        "Carol@Fabrikam.com",
                        "c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
                        "none",
                        "Windows Azure");
        assertThat(kept.keys("Caller"))
                .containsExactly(
                        "app:windows azure",
                        "oid:9b117c67-170e-4aed-9702-658b3fddc889",
                        "oid:c44b4083-3bb0-49c1-b47d-974e53cbdf3c",
                        "upn:carol@fabrikam.com");
    }

    @Test
    void wrapped_diagnostic_records_are_read_with_and_without_a_category() {
        assertThat(ingest("azure-activity-diagnostic/wrapped.json"))
                .extracting(event -> properties(event).get("status"))
                .containsExactly("SUCCESS", "ACCEPT");
    }

    @Test
    void records_of_the_management_api_are_read_in_both_spellings() {
        assertThat(ingest("azure-activity-rest"))
                .extracting(event -> event.id() + " " + properties(event).get("status"))
                .containsExactly(
                        "25235036-3b0c-46e7-97d0-5bea476a6ab8 SUCCESS",
                        "587eda65-125e-48c2-9b04-ab5e8d3a1d8e START");
        assertThat(kept.keys("IpAddress")).containsExactly("198.51.100.7", "198.51.100.8");
    }

    @Test
    void an_alert_hands_on_the_entry_it_was_raised_for() {
        List<GraphEvent> events = ingest("azure-activity-alert");

        assertThat(events)
                .extracting(GraphEvent::id)
                .containsExactly(
                        "a1e70001-0000-4000-8000-000000000003",
                        "a1e70001-0000-4000-8000-000000000002",
                        "a1e70001-0000-4000-8000-000000000001");
        for (GraphEvent event : events) {
            assertThat(event.at()).isEqualTo("2021-11-22T11:39:35.6986539Z");
            assertThat(properties(event))
                    .contains(
                            entry("CallerIpAddress", "198.51.100.7"),
                            entry("CategoryValue", "Administrative"),
                            entry("status", "SUCCESS"),
                            entry("resourceId", VM + "vm1"),
                            entry("callerObjectId", "9b117c67-170e-4aed-9702-658b3fddc889"));
        }
    }

    @Test
    void what_a_record_of_the_management_api_lacks_is_named() {
        Path file = RECORDS.resolve("azure-activity-rest/camel.json");

        assertThat(new Ingestion(kept, IngestListener.silent()).ingest(List.of(file)).files())
                .extracting(Ledger::reason)
                .containsExactly("AzureActivity: records without correlationId, authorization");
    }

    @Test
    void a_file_event_is_one_event_in_every_shape() {
        List<GraphEvent> events = ingest("device-file-events");

        assertThat(events).hasSize(2);
        assertThat(properties(events.getFirst()))
                .contains(
                        entry("table", "DeviceFileEvents"),
                        entry("DeviceName", "TestRig1.contoso.com"),
                        entry("FileSize", 812L),
                        entry("ReportId", "229"),
                        entry("InitiatingProcessId", 6113L),
                        entry("InitiatingProcessCommandLine", "\"RunCommandExtension.exe\" enable"),
                        entry("processId", 6113L),
                        entry("processCreated", Instant.parse("2021-11-22T10:00:11Z")))
                .doesNotContainKey("SHA256");
        assertThat(kept.events("FileEvent")).hasSize(2);
        assertThat(kept.keys("Host")).containsExactly("device:d1d1", "host:testrig2");
        assertThat(entity(events.getFirst(), "Host").names())
                .containsExactly("testrig1.contoso.com");
    }

    @Test
    void a_number_that_is_none_is_kept_as_text() {
        assertThat(properties(ingest("device-file-events").getLast()))
                .containsEntry("FileSize", "many");
    }

    @Test
    void a_powershell_command_is_a_relationship_from_host_to_command() {
        ingest("device-events");

        List<GraphEvent> commands = kept.events("EXECUTED");
        assertThat(commands).hasSize(1);
        GraphEvent command = commands.getFirst();
        assertThat(command.carrier())
                .isInstanceOfSatisfying(
                        RelationCarrier.class,
                        carrier ->
                                assertThat(carrier.from() + " " + carrier.to())
                                        .isEqualTo("Host:device:d1d1 Command:ipconfig.exe"));
        assertThat(properties(command))
                .contains(
                        entry("command", "IPCONFIG.EXE"),
                        entry("process", "powershell.exe"),
                        entry("processId", 4711L),
                        entry("processCreated", Instant.parse("2021-11-22T10:00:14Z")),
                        entry("commandLine", "powershell  -File script6.ps1"),
                        entry("account", "name:nt authority\\system"),
                        entry("AdditionalFields", "{\"Command\": \"IPCONFIG.EXE\"}"));
        assertThat(entity(command, "Account").names()).containsExactly("nt authority\\system");
    }

    @Test
    void other_device_events_are_kept_beside_the_commands() {
        ingest("device-events");

        assertThat(kept.events("HostEvent"))
                .extracting(event -> properties(event).get("ActionType"))
                .containsExactly("ScriptContent", "PowerShellCommand", "PowerShellCommand");
        assertThat(properties(kept.events("HostEvent").getFirst()))
                .containsEntry("AdditionalFields", "not json");
    }

    @Test
    void logons_are_relationships_from_account_to_host() {
        ingest("device-logon-events");

        assertThat(kept.events("LOGGED_ON")).hasSize(1);
        assertThat(kept.events("ATTEMPTED_LOGON")).hasSize(1);
        assertThat(kept.events("HostEvent")).hasSize(1);
        assertThat(properties(kept.events("LOGGED_ON").getFirst()))
                .contains(
                        entry("logonType", "Network"),
                        entry("AccountName", "Svc_Backup"),
                        entry("RemoteIP", "10.1.2.3"));
        assertThat(kept.keys("Account")).containsExactly("name:contoso\\svc_backup");
    }

    @Test
    void an_account_with_a_sid_is_known_by_it() {
        GraphEvent logon = ingest("device-logon-events/log-analytics.json").getFirst();

        assertThat(entity(logon, "Account").ref().key()).isEqualTo("sid:s-1-5-21-1-2-3-1104");
        assertThat(entity(logon, "Account").names()).containsExactly("contoso\\svc_backup");
        assertThat(properties(logon))
                .containsEntry("RemoteDeviceName", "jump1")
                .containsEntry("LogonId", "991");
    }

    @Test
    void a_process_start_is_one_event_in_every_shape() {
        ingest("device-process-events");

        assertThat(kept.events("ProcessEvent")).hasSize(1);
        assertThat(properties(kept.events("ProcessEvent").getFirst()))
                .contains(
                        entry("table", "DeviceProcessEvents"),
                        entry(
                                "image",
                                "C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe"),
                        entry("process", "powershell.exe"),
                        entry("processId", 4711L),
                        entry("processCreated", Instant.parse("2021-11-22T10:00:14Z")),
                        entry("parentImage", "cmd.exe"),
                        entry("parentProcessId", 4700L),
                        entry("InitiatingProcessParentFileName", "RunCommandExtension.exe"),
                        entry("account", "sid:s-1-5-18"),
                        entry("logonId", "0x3e7"));
        assertThat(kept.events("HostEvent"))
                .extracting(event -> properties(event).get("ActionType"))
                .containsExactly("OpenProcess");
    }

    @Test
    void a_connection_leads_to_the_other_side_whoever_opened_it() {
        ingest("device-network-events");

        assertThat(kept.events("CONNECTED"))
                .extracting(
                        event ->
                                event.carrier() instanceof RelationCarrier carrier
                                        ? carrier.to().key()
                                        : "",
                        event -> properties(event).get("sourceIp"),
                        event -> properties(event).get("sourcePort"),
                        event -> properties(event).get("destinationIp"),
                        event -> properties(event).get("destinationPort"),
                        event -> properties(event).get("initiated"))
                .containsExactly(
                        tuple("10.0.0.9", "10.0.0.4", 50123L, "10.0.0.9", 5985L, true),
                        tuple("10.0.0.4", "10.0.0.4", 50123L, "10.0.0.9", 5985L, false));
        assertThat(properties(kept.events("CONNECTED").getFirst()))
                .contains(
                        entry("process", "powershell.exe"),
                        entry("protocol", "tcp"),
                        entry("account", "name:contoso\\mallory"));
    }

    @Test
    void a_connection_of_no_told_direction_is_what_the_host_reports() {
        ingest("device-network-events");

        assertThat(kept.events("HostEvent"))
                .extracting(event -> properties(event).get("ActionType"))
                .containsExactly("ListeningConnectionCreated", "ConnectionFound");
        assertThat(properties(kept.events("HostEvent").getLast()))
                .contains(entry("RemoteIP", "10.0.0.9"), entry("RemotePort", 5985L));
    }

    @Test
    void the_inventory_tells_which_vm_a_device_is() {
        List<GraphEvent> events = ingest("device-info");

        assertThat(events).hasSize(1);
        assertThat(properties(events.getFirst()))
                .contains(
                        entry("table", "DeviceInfo"),
                        entry("AzureVmId", "7E570001-0000-4000-8000-000000000001"))
                .containsKey("AzureResourceId");
    }

    private List<GraphEvent> ingest(String name) {
        IngestReport report =
                new Ingestion(kept, IngestListener.silent()).ingest(List.of(RECORDS.resolve(name)));
        assertThat(report.problems()).isEmpty();
        assertThat(report.files()).allMatch(Ledger::closes);
        assertThat(report.files()).allMatch(file -> file.rejected() + file.outOfScope() == 0);
        return kept.events();
    }

    private static Map<String, Object> properties(GraphEvent event) {
        return event.carrier().properties();
    }

    private static Entity entity(GraphEvent event, String label) {
        return event.entities().stream()
                .filter(entity -> entity.ref().label().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
