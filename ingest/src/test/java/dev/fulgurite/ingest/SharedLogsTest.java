package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Real logs recorded by others, and estates made for acceptance; they lie beside the checkout and
/// are not part of it.
class SharedLogsTest {

    private static final Path SHARED =
            Path.of(
                    Objects.requireNonNullElse(
                            System.getProperty("fulgurite.shared"), "../../shared"));

    private static final Instant APRIL = Instant.parse("2021-04-01T00:00:00Z");
    private static final Instant MAY = Instant.parse("2021-05-01T00:00:00Z");

    private final KeptEvents kept = new KeptEvents();

    @ParameterizedTest
    @CsvSource({
        "azure_activity.csv, 325, 150",
        "azureActivity_adele.csv, 23, 11",
    })
    void activity_of_the_training_lab_gives_its_operations(String file, int rows, int operations) {
        Ledger ledger = one("data/sentinel-training/" + file);

        assertThat(ledger.stored()).isEqualTo(rows);
        assertThat(ledger.reason()).isEmpty();
        assertThat(kept.keys("Operation")).hasSize(operations);
    }

    @ParameterizedTest
    @CsvSource({"sign-in_adelete.csv, 56", "disable_accounts.csv, 4"})
    void sign_ins_of_the_training_lab_are_read(String file, int rows) {
        Ledger ledger = one("data/sentinel-training/" + file);

        assertThat(ledger.stored()).isEqualTo(rows);
        assertThat(ledger.reason()).isEmpty();
        assertThat(kept.events("SignIn"))
                .hasSize(rows)
                .allSatisfy(event -> assertThat(event.at()).isBetween(APRIL, MAY));
    }

    @Test
    void a_person_signs_in_and_acts_under_one_name_and_one_object_id() {
        ingest(
                "data/sentinel-training/sign-in_adelete.csv",
                "data/sentinel-training/azureActivity_adele.csv");

        assertThat(kept.keys("Caller"))
                .containsExactly(
                        "oid:9b117c67-170e-4aed-9702-658b3fddc889",
                        "upn:adelev@m365x816222.onmicrosoft.com");
    }

    @Test
    void results_of_queries_are_out_of_scope_with_a_reason() {
        IngestReport report = ingest("data/sentinel-training");

        assertThat(report.problems()).isEmpty();
        assertThat(report.files()).hasSize(6).allMatch(Ledger::closes);
        assertThat(report.files().stream().filter(file -> file.stored() == 0))
                .extracting(file -> Path.of(file.name()).getFileName() + ": " + file.reason())
                .containsExactly(
                        "AuditLogs_Hunting.csv: AuditLogs: the result of a query, without"
                                + " TimeGenerated",
                        "signinLogs.csv: SigninLogs: the result of a query, without TimeGenerated"
                                + " and UserId");
    }

    @ParameterizedTest
    @CsvSource({
        "covenant_psremoting_command.zip, 4284",
        "covenant_psremoting_grunt.zip, 4305",
        "covenant_com_wsman_automation.zip, 811",
    })
    void the_ledger_of_a_capture_closes_to_its_lines(String file, int lines) {
        Ledger ledger = one("data/otrf/" + file);

        assertThat(ledger.read()).isEqualTo(lines);
        assertThat(ledger.rejected()).isZero();
        assertThat(ledger.closes()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "covenant_psremoting_command.zip, HostEvent, 23",
        "covenant_psremoting_command.zip, EXECUTED, 6",
        "covenant_psremoting_command.zip, ProcessEvent, 16",
        "covenant_psremoting_command.zip, CONNECTED, 167",
        "covenant_psremoting_command.zip, LOGGED_ON, 16",
        "covenant_psremoting_grunt.zip, ProcessEvent, 34",
        "covenant_psremoting_grunt.zip, CONNECTED, 615",
        "covenant_psremoting_grunt.zip, LOGGED_ON, 47",
        "covenant_com_wsman_automation.zip, ProcessEvent, 6",
        "covenant_com_wsman_automation.zip, CONNECTED, 79",
    })
    void the_events_of_a_capture_are_what_they_tell(String file, String kind, int events) {
        one("data/otrf/" + file);

        assertThat(kept.events(kind)).hasSize(events);
    }

    @ParameterizedTest
    @CsvSource({
        "ID4103-4104-Payload download via PowerShell, 3, 0",
        "ID4688-Encoded PowerShell MSF payload via process execution, 58, 1",
        "ID800-4103-4104-PowerShell BITS job started, 11, 0",
        "ID800-4103-Interactive PipeShell over named pipe (server and client), 30, 0",
        "ID2004-Any any firewall rule created, 0, 1",
    })
    void the_events_of_an_event_log_are_stored_or_named(String log, int stored, int left) {
        Ledger ledger = one("data/evtx/" + log + ".evtx");

        assertThat(ledger.stored()).isEqualTo(stored);
        assertThat(ledger.outOfScope()).isEqualTo(left);
        assertThat(ledger.rejected()).isZero();
        assertThat(kept.events("ProcessEvent")).hasSize(log.startsWith("ID4688") ? 58 : 0);
        for (GraphEvent command : kept.events("EXECUTED")) {
            assertThat(command.carrier().properties())
                    .containsKeys("hostId", "runspaceId", "hostName", "hostApplication", "user")
                    .doesNotContainEntry("hostName", "ServerRemoteHost");
        }
    }

    @Test
    void both_records_of_a_remote_session_are_events_with_its_host_id() {
        one("data/otrf/covenant_psremoting_command.zip");

        GraphEvent start = atLine("HostEvent", 813);
        GraphEvent command = atLine("EXECUTED", 3281);
        assertThat(start.carrier().properties())
                .containsEntry("eventId", 400L)
                .containsEntry("hostName", "ServerRemoteHost")
                .containsEntry("hostId", "3a01e863-e5f7-4fe6-a55d-36e4078d77f9");
        assertThat(command.carrier().properties())
                .containsEntry("eventId", 4103L)
                .containsEntry("command", "Get-Process")
                .containsEntry("process", "wsmprovhost.exe")
                .containsEntry("connectedUser", "THESHIRE\\pgustavo")
                .containsEntry("hostId", "3a01e863-e5f7-4fe6-a55d-36e4078d77f9");
        assertThat(command.at()).isEqualTo("2020-08-06T15:56:36.430Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"f1", "estate-101", "estate-102", "estate-103"})
    void every_record_of_the_tables_that_are_read_is_stored(String estate) {
        IngestReport report = ingest("conformance/" + estate);

        assertThat(report.problems()).isEmpty();
        for (Ledger file : report.files()) {
            assertThat(file.rejected()).as(file.name()).isZero();
            assertThat(file.outOfScope()).as(file.name()).isZero();
            assertThat(file.read()).as(file.name()).isPositive();
        }
    }

    @Test
    void other_shapes_of_the_activity_log_are_read_too() {
        IngestReport report = ingest("data/stratus", "data/plaso");

        assertThat(report.files()).extracting(Ledger::stored).containsExactly(1L, 4L);
        assertThat(report.files())
                .extracting(Ledger::reason)
                .containsExactly(
                        "AzureActivity: records without correlationId, authorization, httpRequest",
                        "");
        assertThat(kept.keys("IpAddress")).containsExactly("1.2.3.4");
        assertThat(kept.keys("Caller")).hasSize(3);
        assertThat(kept.keys("VirtualMachine")).anyMatch(key -> key.endsWith("/vm-4x3tj2hb"));
    }

    private GraphEvent atLine(String kind, long line) {
        return kept.events(kind).stream()
                .filter(event -> event.evidence().line() == line)
                .findFirst()
                .orElseThrow();
    }

    private Ledger one(String file) {
        List<Ledger> ledgers = ingest(file).files();
        assertThat(ledgers).hasSize(1);
        return ledgers.getFirst();
    }

    private IngestReport ingest(String... names) {
        assumeTrue(Files.isDirectory(SHARED), "no shared logs beside the checkout");
        List<Path> paths = List.of(names).stream().map(SHARED::resolve).toList();
        return new Ingestion(kept, IngestListener.silent()).ingest(paths);
    }
}
