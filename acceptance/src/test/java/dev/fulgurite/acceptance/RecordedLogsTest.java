package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Logs that are not of our own making: the worked fixture F1 with its known answer, and public
/// captures of PowerShell remoting, which are not part of the repository.
class RecordedLogsTest {

    private static final Path SHARED =
            Path.of(
                    System.getProperty(
                            "fulgurite.shared", Repository.file("../shared").toString()));

    private static final DetectionRequest AT_ANY_TIME =
            DetectionRequest.linked(Instant.parse("2026-01-01T00:00:00Z"));

    private static final Path RESOURCES = Repository.file("acceptance/src/test/resources");

    @TempDir private Path folder;

    @Test
    void each_execution_of_f1_is_told_with_its_own_machine_and_commands() {
        try (Investigation investigation = open()) {
            investigation.ingest(List.of(RESOURCES.resolve("f1")), IngestListener.silent());
            DetectionResult result =
                    investigation
                            .detect(
                                    List.of("run-command-linked"),
                                    DetectionRequest.linked(Instant.parse("2021-11-23T00:00:00Z")))
                            .getFirst();
            assertThat(result.rows())
                    .extracting(
                            row -> row.text("CorrelationId"),
                            row -> row.text("VirtualMachineName"),
                            row -> row.text("PowershellFileName"),
                            row -> row.list("PowershellScriptCommands", String.class))
                    .containsExactlyInAnyOrder(
                            tuple(
                                    "c1",
                                    "testrig1",
                                    "script6.ps1",
                                    List.of("ipconfig.exe", "Get-Process")),
                            tuple(
                                    "c2",
                                    "testrig2",
                                    "script6.ps1",
                                    List.of("Invoke-WebRequest", "Start-Process")),
                            tuple("c3", "testrig1", "script7.ps1", List.of("Get-Service")),
                            tuple("c5", "testrig3", "script0.ps1", List.of("Get-Service")));
            assertThat(outcomeOf("c4", investigation)).isEqualTo("FAILED");
        }
    }

    /// The times, lines and names are those of the captures' own description.
    @ParameterizedTest
    @CsvSource({
        "covenant_psremoting_command.zip, 3a01e863-e5f7-4fe6-a55d-36e4078d77f9,"
                + " workstation6.theshire.local, THESHIRE\\pgustavo, get-process, 813, 3281",
        "covenant_psremoting_grunt.zip, 2ea8a363-25ed-4b20-9389-cc092983d3dd,"
                + " hr001.shire.com, shire\\pgustavo, out-string, 647, 742"
    })
    void a_recorded_remote_session_has_its_host_user_command_and_records(
            String capture,
            String hostId,
            String host,
            String user,
            String command,
            long opened,
            long ran)
            throws IOException {
        Path file = SHARED.resolve("data/otrf").resolve(capture);
        assumeTrue(Files.exists(file), () -> "not on this machine: " + file);
        try (Investigation investigation = open()) {
            IngestReport report = investigation.ingest(List.of(file), IngestListener.silent());
            assertThat(report.files()).isNotEmpty().allMatch(Ledger::closes);

            Row session = remoteSession(investigation);
            assertThat(session.text("hostId")).isEqualTo(hostId);
            assertThat(session.list("hosts", String.class)).contains(host);
            assertThat(session.text("user")).isEqualToIgnoringCase(user);
            assertThat(session.list("commands", String.class)).contains(command);
            assertThat(investigation.evidence("PowerShellSession:" + session.text("key")))
                    .extracting(EvidenceRecord::line)
                    .contains(opened, ran);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "covenant_psremoting_command.zip, 172.18.39.5, workstation5.theshire.local,"
                + " C:\\Users\\pgustavo\\Desktop\\GruntHTTP.exe, 0x1121f34",
        "covenant_psremoting_grunt.zip, 172.18.39.105, it001.shire.com,"
                + " C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe, 0x939094",
    })
    void a_recorded_remote_session_tells_where_it_was_opened_from(
            String capture, String ip, String host, String image, String logonId)
            throws IOException {
        Path file = SHARED.resolve("data/otrf").resolve(capture);
        assumeTrue(Files.exists(file), () -> "not on this machine: " + file);
        try (Investigation investigation = open()) {
            investigation.ingest(List.of(file), IngestListener.silent());

            String query = Files.readString(RESOURCES.resolve("remote-visits.cypher"));
            List<Row> visits = investigation.query(query).rows();
            assertThat(visits)
                    .extracting(
                            row -> row.text("sourceIp"),
                            row -> row.text("image"),
                            row -> row.text("logonId"),
                            row -> row.get("ambiguous"))
                    .containsExactly(tuple(ip, image, logonId, false));
            assertThat(visits.getFirst().list("sources", String.class)).contains(host);
            assertThat(visits.getFirst().list("users", String.class))
                    .anyMatch(user -> user.endsWith("\\pgustavo"));
            assertThat(visits.getFirst().list("addresses", String.class)).containsExactly(ip);

            Row session = only(investigation, "remote-powershell-session");
            assertThat(session.list("sourceHosts", String.class)).contains(host);
            assertThat(session.list("sourceIps", String.class)).containsExactly(ip);
            assertThat(session.text("User")).containsIgnoringCase("pgustavo");
            assertThat(session.list("EventID", Long.class)).contains(400L, 4103L);
            assertThat(session.list("relatives", String.class))
                    .contains(
                            "96b9f619 (PowerShell module): 1",
                            "60167e5c (PowerShell engine start): 1",
                            "13acf386 (accepted connection): 3",
                            "c539afac (opened connection): 3");
            assertThat(
                            only(investigation, "service-account-remote-powershell")
                                    .text("classification"))
                    .isEqualTo("neverInteractive");
        }
    }

    private static Row only(Investigation investigation, String rule) {
        DetectionResult result = investigation.detect(List.of(rule), AT_ANY_TIME).getFirst();
        assertThat(result.rows()).as(rule).hasSize(1);
        assertThat(result.alerts()).hasSize(1);
        return result.rows().getFirst();
    }

    @Test
    void recorded_logs_without_a_remote_session_give_none() throws IOException {
        Path capture = SHARED.resolve("data/otrf/covenant_com_wsman_automation.zip");
        Path logs = SHARED.resolve("data/evtx");
        assumeTrue(Files.exists(capture) && Files.exists(logs), "not on this machine");
        try (Investigation investigation = open()) {
            investigation.ingest(List.of(capture, logs), IngestListener.silent());

            assertThat(
                            investigation
                                    .query(
                                            Files.readString(
                                                    RESOURCES.resolve("remote-sessions.cypher")))
                                    .rows())
                    .isEmpty();
            List<Row> blocks =
                    investigation
                            .query(Files.readString(RESOURCES.resolve("script-blocks.cypher")))
                            .rows();
            assertThat(blocks).hasSizeGreaterThan(3).allMatch(row -> row.text("gap").isEmpty());
            assertThat(blocks).anyMatch(row -> row.number("sessions") > 0);
            assertThat(
                            investigation.detect(
                                    List.of(
                                            "remote-powershell-session",
                                            "service-account-remote-powershell"),
                                    AT_ANY_TIME))
                    .allSatisfy(result -> assertThat(result.rows()).isEmpty());
        }
    }

    /// A record of an event log is binary; it is shown as the event that it is.
    @Test
    void evidence_of_an_event_log_is_shown_as_the_event_at_its_pointer() throws IOException {
        Path file = SHARED.resolve("data/evtx/ID800-4103-4104-PowerShell BITS job started.evtx");
        assumeTrue(Files.exists(file), () -> "not on this machine: " + file);
        try (Investigation investigation = open()) {
            investigation.ingest(List.of(file), IngestListener.silent());

            String query = Files.readString(RESOURCES.resolve("script-events.cypher"));
            String script = investigation.query(query).rows().getFirst().text("key");
            assertThat(investigation.evidence("HostEvent:" + script))
                    .singleElement()
                    .satisfies(record -> {
                        assertThat(record.hash()).isEqualTo(EvidenceRecord.Hash.OK);
                        assertThat(record.line()).isEqualTo(1736);
                        assertThat(record.raw())
                                .startsWith("{\"Event\":{")
                                .contains("\"EventRecordID\":1736", "Start-BitsTransfer");
                    });
        }
    }

    @Test
    void recorded_sign_ins_and_operations_of_one_person_are_found_from_her_object_id() {
        Path training = SHARED.resolve("data/sentinel-training");
        assumeTrue(Files.exists(training), () -> "not on this machine: " + training);
        try (Investigation investigation = open()) {
            investigation.ingest(
                    List.of(
                            training.resolve("sign-in_adelete.csv"),
                            training.resolve("azureActivity_adele.csv")),
                    IngestListener.silent());
            NodeRef adele = new NodeRef("Caller", "oid:9b117c67-170e-4aed-9702-658b3fddc889");

            assertThat(investigation.pivot(adele, "caller-sign-ins", 100).total()).isEqualTo(56);
            assertThat(investigation.pivot(adele, "caller-operations", 100).total()).isEqualTo(11);
        }
    }

    private static Row remoteSession(Investigation investigation) throws IOException {
        String query = Files.readString(RESOURCES.resolve("remote-sessions.cypher"));
        List<Row> sessions = investigation.query(query).rows();
        assertThat(sessions).hasSize(1);
        return sessions.getFirst();
    }

    private static Object outcomeOf(String correlationId, Investigation investigation) {
        return investigation.search(correlationId, 10, new Cancellation()).nodes().stream()
                .filter(node -> node.label().equals("Operation"))
                .map(node -> value(node, "outcome"))
                .findFirst()
                .orElse("no operation");
    }

    private static Object value(Node node, String property) {
        Object value = node.get(property);
        return value == null ? "none" : value;
    }

    private Investigation open() {
        return Investigation.open(new GraphLocation.Folder(folder.resolve("graph")));
    }
}
