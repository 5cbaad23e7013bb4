package dev.fulgurite.investigation.copy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KqlCopyTest {

    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.1234567Z");

    @Test
    void a_string_keeps_its_quotes_backslashes_and_line_ends() {
        assertThat(KqlText.string("a\"b\\c\nd\re\tf\u0001'ü"))
                .isEqualTo("\"a\\\"b\\\\c\\nd\\re\\tf\\u0001'ü\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\" or 1 == 1 //", "\\", "\\\"", "a\n| take 1"})
    void no_value_breaks_out_of_its_literal(String value) {
        String literal = KqlText.string(value);

        assertThat(literal).startsWith("\"").endsWith("\"").doesNotContain("\n");
        assertThat(literal.substring(1, literal.length() - 1).replaceAll("\\\\.", ""))
                .doesNotContain("\"")
                .doesNotContain("\\");
    }

    @Test
    void an_activity_record_is_fetched_by_its_time_and_ids() {
        Node event =
                node(
                        "ActivityEvent",
                        "e1",
                        Map.of(
                                "table", "AzureActivity",
                                "at", AT,
                                "CorrelationId", "c-\"1\"",
                                "EventDataId", "e1"));

        assertThat(KqlCopy.of(event))
                .hasValue(
                        """
                        AzureActivity
                        | where TimeGenerated between (datetime(2026-03-01T09:59:59.1234567Z) .. datetime(2026-03-01T10:00:01.1234567Z))
                        | where EventDataId == "e1"
                        | where CorrelationId == "c-\\"1\\""\
                        """);
    }

    @Test
    void a_defender_record_is_fetched_by_device_and_number() {
        Relationship ran =
                relationship(
                        "EXECUTED",
                        "x",
                        Map.of(
                                "table", "DeviceEvents",
                                "at", AT,
                                "DeviceId", "d1",
                                "ReportId", "4005"));

        assertThat(KqlCopy.of(ran).orElseThrow())
                .startsWith("DeviceEvents\n| where Timestamp between")
                .contains("| where DeviceId == \"d1\"")
                .contains("| where ReportId == 4005");
    }

    @Test
    void a_windows_event_is_fetched_from_whichever_table_holds_its_channel() {
        Node event =
                node(
                        "HostEvent",
                        "w1",
                        Map.of(
                                "table",
                                "WindowsPowerShell",
                                "channel",
                                "Windows PowerShell",
                                "computer",
                                "srv1",
                                "eventId",
                                600L,
                                "recordId",
                                20429L,
                                "at",
                                AT));

        assertThat(KqlCopy.of(event).orElseThrow())
                .contains("(Event | where EventLog =~ \"Windows PowerShell\")")
                .contains("(WindowsEvent | where Channel =~ \"Windows PowerShell\")")
                .contains("| where Computer =~ \"srv1\"")
                .contains("| where EventID == 600")
                .contains("\"20429\"");
    }

    @Test
    void a_line_of_an_activity_record_is_fetched_by_the_record() {
        String id = "0d428093-f710-415c-a76b-4e8e89331bc8";

        assertThat(KqlCopy.of(relationship("INVOKED", id, Map.of("at", AT))).orElseThrow())
                .startsWith("AzureActivity")
                .endsWith("| where EventDataId == \"" + id + "\"");
        assertThat(KqlCopy.of(relationship("INVOKED", "hash", Map.of("at", AT)))).isEmpty();
    }

    @Test
    void what_a_link_inferred_is_in_no_table() {
        assertThat(KqlCopy.of(relationship("DROPPED", "x", Map.of("by", "l", "at", AT)))).isEmpty();
        assertThat(KqlCopy.of(node("Alert", "a1", Map.of()))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Caller, upn:alice@contoso.com, AzureActivity",
        "IpAddress, 203.0.113.9, SigninLogs",
        "Subscription, s1, AzureActivity",
        "VirtualMachine, /vm1, AzureActivity",
        "Operation, c1|/vm1, AzureActivity",
        "Host, device:d1, DeviceFileEvents",
        "Host, host:srv1, SecurityEvent",
        "Account, sid:s-1-5-18, DeviceLogonEvents",
        "Account, name:x, SecurityEvent",
        "ScriptFile, k, DeviceFileEvents",
        "PowerShellSession, k, DeviceEvents",
        "Command, get-process, 4103",
        "ScriptBlock, k, 4104",
    })
    void an_entity_is_looked_for_in_the_tables_that_name_it(
            String label, String key, String table) {
        assertThat(KqlCopy.of(node(label, key, Map.of())).orElseThrow()).contains(table);
    }

    @Test
    void an_operation_is_fetched_from_its_beginning_to_its_end() {
        Node operation =
                node(
                        "Operation",
                        "c1|/vm1",
                        Map.of(
                                "correlationId",
                                "c1",
                                "resourceId",
                                "/vm1",
                                "start",
                                AT,
                                "end",
                                AT.plusSeconds(60)));

        assertThat(KqlCopy.of(operation).orElseThrow())
                .contains("datetime(2026-03-01T10:01:01.1234567Z)")
                .contains("CorrelationId == \"c1\"")
                .contains("_ResourceId =~ \"/vm1\"");
    }

    @Test
    void a_session_is_fetched_by_its_process() {
        Node session =
                node(
                        "PowerShellSession",
                        "k",
                        Map.of(
                                "machine",
                                "device:d1",
                                "processId",
                                4100L,
                                "processCreated",
                                AT,
                                "start",
                                AT));

        assertThat(KqlCopy.of(session).orElseThrow())
                .contains("| where DeviceId == \"d1\"")
                .contains("| where InitiatingProcessId == 4100")
                .contains(
                        "InitiatingProcessCreationTime == datetime(2026-03-01T10:00:00.1234567Z)");
    }

    @Test
    void a_host_is_looked_for_under_all_its_names() {
        Node host = node("Host", "host:srv1", Map.of("names", List.of("srv1", "srv1.contoso.com")));

        assertThat(KqlCopy.of(host).orElseThrow())
                .contains("DeviceName in~ (\"srv1\", \"srv1.contoso.com\")");
    }

    private static Node node(String label, String key, Map<String, Object> properties) {
        return new Node(new NodeRef(label, key), properties);
    }

    private static Relationship relationship(
            String type, String id, Map<String, Object> properties) {
        NodeRef from = new NodeRef("Host", "device:d1");
        return new Relationship(type, id, from, new NodeRef("Command", "c"), properties);
    }
}
