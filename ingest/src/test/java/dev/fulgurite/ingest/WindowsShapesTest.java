package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What Windows events of every shape become in the graph.
class WindowsShapesTest {

    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final String HOST_ID = "3a01e863-e5f7-4fe6-a55d-36e4078d77f9";
    private static final String RUNSPACE_ID = "c1c61e0c-fa39-457f-bb50-49692f950904";

    /// What collectors keep or lose as they like.
    private static final List<String> UNEVEN = List.of("account", "processCreated", "processId");

    static Stream<Path> shapes() throws IOException {
        try (Stream<Path> folders = Files.list(RECORDS)) {
            return folders
                    .filter(folder -> Files.exists(folder.resolve("evtx-dump.json")))
                    .flatMap(WindowsShapesTest::files)
                    .filter(file -> !file.endsWith("evtx-dump.json"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void an_event_is_one_event_in_every_shape(Path file) {
        List<GraphEvent> dumped = ingest(file.resolveSibling("evtx-dump.json"));
        List<GraphEvent> shaped = ingest(file);

        assertThat(shaped).extracting(WindowsShapesTest::ours).isEqualTo(ours(dumped));
        // The table Event has no record numbers, so that its rows are events of their own.
        if (!file.endsWith("event.csv")) {
            assertThat(shaped).extracting(GraphEvent::id).isEqualTo(ids(dumped));
        }
    }

    private static List<Map<String, Object>> ours(List<GraphEvent> events) {
        return events.stream().map(WindowsShapesTest::ours).toList();
    }

    /// The normalised properties, and what the event became.
    private static Map<String, Object> ours(GraphEvent event) {
        Map<String, Object> ours = new HashMap<>(properties(event));
        ours.keySet()
                .removeIf(name -> Character.isUpperCase(name.charAt(0)) || UNEVEN.contains(name));
        ours.remove("recordId");
        ours.put("kind", event.carrier().kind());
        return ours;
    }

    private static List<String> ids(List<GraphEvent> events) {
        return events.stream().map(GraphEvent::id).toList();
    }

    @Test
    void a_logon_tells_its_type_session_and_source() {
        List<GraphEvent> events = ingest("windows-logons/evtx-dump.json");

        assertThat(events)
                .extracting(event -> event.carrier().kind())
                .containsExactly("LOGGED_ON", "ATTEMPTED_LOGON", "HostEvent");
        assertThat(events.getFirst().at()).isEqualTo("2021-11-22T10:30:00.4651234Z");
        assertThat(properties(events.getFirst()))
                .contains(
                        entry("table", "Security"),
                        entry("EventID", 4624L),
                        entry("EventRecordID", 9001L),
                        entry("LogonType", "3"),
                        entry("logonType", "Network"),
                        entry("logonId", "0x1121f34"))
                .doesNotContainKeys("sourceIp", "sourcePort", "workstation", "ProcessName");
        assertThat(keys(events.getFirst(), "Account")).containsExactly("sid:s-1-5-21-1-2-3-1104");
        assertThat(properties(events.get(1)))
                .contains(
                        entry("logonType", "RemoteInteractive"),
                        entry("sourceIp", "203.0.113.9"),
                        entry("sourcePort", 50123L),
                        entry("workstation", "KALI"),
                        entry("SubStatus", "0xc000006a"));
        assertThat(keys(events.get(1), "Account")).containsExactly("name:ws6\\administrator");
        assertThat(properties(events.getLast()))
                .contains(
                        entry("EventID", 4648L),
                        entry("TargetUserName", "svc_backup"),
                        entry("TargetServerName", "WS6.contoso.com"));
    }

    @Test
    void a_process_start_tells_parent_account_and_session() {
        List<GraphEvent> events = ingest("windows-process-starts/evtx-dump.json");

        assertThat(properties(events.getFirst()))
                .contains(
                        entry("image", "C:\\Windows\\System32\\wsmprovhost.exe"),
                        entry("process", "wsmprovhost.exe"),
                        entry("commandLine", "C:\\Windows\\system32\\wsmprovhost.exe -Embedding"),
                        entry("processId", 1280L),
                        entry("parentImage", "C:\\Windows\\System32\\svchost.exe"),
                        entry("parentProcessId", 896L),
                        entry("account", "name:contoso\\pgustavo"),
                        entry("logonId", "0x1121f34"));
        assertThat(properties(events.getLast()))
                .contains(
                        entry("account", "sid:s-1-5-21-1-2-3-1104"),
                        entry("logonId", "0x1121f34"),
                        entry("commandLine", ""));
    }

    @Test
    void sysmon_knows_when_a_process_was_created() {
        GraphEvent event = ingest("sysmon-process-starts/nxlog.json").getFirst();

        assertThat(event.at()).isEqualTo("2021-11-22T10:30:00.810Z");
        assertThat(event.carrier().kind()).isEqualTo("ProcessEvent");
        assertThat(properties(event))
                .contains(
                        entry("processId", 1280L),
                        entry("processCreated", Instant.parse("2021-11-22T10:30:00.810Z")),
                        entry("logonId", "0x1121f34"),
                        entry("parentProcessId", 896L),
                        entry("account", "name:contoso\\pgustavo"));
    }

    @Test
    void a_connection_goes_from_its_host_to_the_other_side() {
        for (String source : List.of("windows-connections", "sysmon-connections")) {
            List<GraphEvent> events = ingest(source + "/evtx-dump.json");

            assertThat(events)
                    .extracting(event -> (RelationCarrier) event.carrier())
                    .extracting(carrier -> carrier.from() + " " + carrier.to())
                    .containsExactly(
                            "Host:host:ws5.contoso.com IpAddress:10.0.0.6",
                            "Host:host:ws6.contoso.com IpAddress:10.0.0.5");
            assertThat(properties(events.getFirst()))
                    .contains(
                            entry("sourceIp", "10.0.0.5"),
                            entry("sourcePort", 57967L),
                            entry("destinationIp", "10.0.0.6"),
                            entry("destinationPort", 5985L),
                            entry("protocol", "tcp"),
                            entry("initiated", true),
                            entry("process", "tool.exe"),
                            entry("processId", 7240L));
            assertThat(properties(events.getLast())).containsEntry("initiated", false);
        }
    }

    @Test
    void the_engine_events_of_powershell_tell_their_session() {
        List<GraphEvent> events = ingest("windows-powershell/nxlog.json");

        assertThat(events)
                .extracting(event -> properties(event).get("eventId"))
                .containsExactly(600L, 400L, 800L, 403L);
        assertThat(properties(events.get(1)))
                .contains(
                        entry("table", "WindowsPowerShell"),
                        entry("channel", "Windows PowerShell"),
                        entry("computer", "WS6.contoso.com"),
                        entry("recordId", "2"),
                        entry("hostName", "ServerRemoteHost"),
                        entry(
                                "hostApplication",
                                "C:\\Windows\\system32\\wsmprovhost.exe -Embedding"),
                        entry("hostId", HOST_ID),
                        entry("runspaceId", RUNSPACE_ID));
        assertThat(properties(events.get(2)))
                .contains(
                        entry("command", "Get-Process"),
                        entry("user", "CONTOSO\\pgustavo"),
                        entry("account", "name:contoso\\pgustavo"));
        assertThat(properties(events.getLast()))
                .containsEntry("hostApplication", "powershell.exe -Command \"a\nb=c\nHostId=no\"")
                .containsEntry("runspaceId", RUNSPACE_ID);
    }

    @Test
    void a_logged_command_is_read_from_context_message_or_translated_labels() {
        List<GraphEvent> events = ingest("powershell-operational/nxlog.json");

        for (GraphEvent command : events.subList(0, 3)) {
            assertThat(properties(command))
                    .contains(
                            entry("table", "Microsoft-Windows-PowerShell/Operational"),
                            entry("command", "Get-Process"),
                            entry("commandType", "Cmdlet"),
                            entry("processId", 1280L),
                            entry("hostId", HOST_ID),
                            entry("runspaceId", RUNSPACE_ID),
                            entry("user", "CONTOSO\\pgustavo"),
                            entry("connectedUser", "CONTOSO\\pgustavo"),
                            entry("account", "sid:s-1-5-21-1-2-3-1104"))
                    .doesNotContainKey("scriptName");
        }
        assertThat(properties(events.getFirst())).containsEntry("process", "wsmprovhost.exe");
        assertThat(properties(events.get(2)))
                .containsEntry(
                        "hostApplication",
                        "powershell.exe -Command \"\nHost ID = nothing\na = 7\n\"");
    }

    @Test
    void a_script_text_is_kept_part_by_part() {
        List<GraphEvent> events = ingest("powershell-operational/evtx-dump.json");

        assertThat(events.subList(3, 5))
                .extracting(event -> properties(event).get("scriptBlockText"))
                .containsExactly("Get-Process |", " Out-String");
        assertThat(properties(events.getLast()))
                .contains(
                        entry("scriptBlockId", "c226e5f5-f670-4078-bb51-11b6e0da8fc3"),
                        entry("part", 2L),
                        entry("parts", 2L),
                        entry("scriptBlockLength", 11L),
                        entry("processId", 1280L));
    }

    @Test
    void remote_management_tells_user_and_shell() {
        List<GraphEvent> events = ingest("winrm-operational/evtx-dump.json");

        assertThat(properties(events.getFirst()))
                .contains(
                        entry("EventID", 91L),
                        entry("shellId", "11F2BC01-9D8C-4E56-A1B2-A3B4C5D6E7F8"),
                        entry("UserID", "S-1-5-21-1-2-3-1104"));
        assertThat(properties(events.getLast()))
                .contains(
                        entry("username", "CONTOSO\\pgustavo"),
                        entry("authenticationMechanism", "Kerberos"));
    }

    private static List<GraphEvent> ingest(String name) {
        return ingest(RECORDS.resolve(name));
    }

    private static List<GraphEvent> ingest(Path file) {
        KeptEvents kept = new KeptEvents();
        IngestReport report = new Ingestion(kept, IngestListener.silent()).ingest(List.of(file));
        assertThat(report.problems()).isEmpty();
        assertThat(report.files()).allMatch(Ledger::closes);
        assertThat(report.files()).allMatch(read -> read.rejected() + read.outOfScope() == 0);
        return kept.events();
    }

    private static Map<String, Object> properties(GraphEvent event) {
        return event.carrier().properties();
    }

    private static List<String> keys(GraphEvent event, String label) {
        return event.entities().stream()
                .map(GraphEvent.Entity::ref)
                .filter(ref -> ref.label().equals(label))
                .map(ref -> ref.key())
                .toList();
    }
}
