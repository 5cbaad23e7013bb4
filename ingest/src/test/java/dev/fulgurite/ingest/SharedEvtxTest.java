package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fulgurite.graph.event.Ledger;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Windows event logs recorded by others; they lie beside the checkout and are not part of it.
class SharedEvtxTest {

    private static final Path EVTX =
            Path.of(
                            Objects.requireNonNullElse(
                                    System.getProperty("fulgurite.shared"), "../../shared"))
                    .resolve("data/evtx");

    /// `evtxexport` stops early in these: records without a template, and a value that it does not
    /// know.
    private static final Set<String> NOT_FOR_EVTXEXPORT =
            Set.of("E_ShadowCopy6", "ID800-4103-Interactive", "MSExchange", "issue_201");

    private final KeptEvents kept = new KeptEvents();

    @ParameterizedTest
    @CsvSource({
        "2-vss_0-Microsoft-Windows-RemoteDesktopServices-RdpCoreTS%4Operational, 1910",
        "E_ShadowCopy6_windows_system32_winevt_logs_Microsoft-Windows-CAPI2%4Operational, 459",
        "Application_no_crc32, 17",
        "MSExchange_Management_wec, 1",
        "issue_201, 1",
        "ID4103-4104-Payload download via PowerShell, 3",
        "ID4688-Encoded PowerShell MSF payload via process execution, 59",
        "ID800-4103-Interactive PipeShell over named pipe (server and client), 30",
        "ID800-4103-4104-PowerShell BITS job started, 11",
        "ID2004-Any any firewall rule created, 1",
    })
    void every_record_of_a_log_is_read(String name, int records) {
        Ledger ledger = ingest(EVTX.resolve(name + ".evtx"));

        assertThat(ledger.format()).isEqualTo("evtx");
        assertThat(ledger.read()).isEqualTo(records);
        assertThat(ledger.rejected()).isZero();
        assertThat(ledger.closes()).isTrue();
    }

    @Test
    void what_a_log_holds_only_in_slack_is_not_in_the_graph() {
        ingest(EVTX.resolve("ID2004-Any any firewall rule created.evtx"));

        assertThat(kept.events().toString()).doesNotContain("ServerRemoteHost");
    }

    @Test
    void recovered_events_are_marked_and_are_events_of_their_own() {
        Path log = EVTX.resolve("ID4103-4104-Payload download via PowerShell.evtx");
        Ledger plain = ingest(log);
        Ledger ledger = recover(log);

        assertThat(ledger.format()).isEqualTo("evtx and slack");
        assertThat(ledger.duplicate()).isEqualTo(plain.stored());
        assertThat(ledger.reason()).contains("records recovered from unused space");
        assertThat(kept.events())
                .filteredOn(event -> event.carrier().properties().containsKey("recovered"))
                .hasSize((int) ledger.stored())
                .isNotEmpty();
    }

    @Test
    void counts_are_those_of_evtxexport_where_that_reads_the_file() throws Exception {
        assumeTrue(Files.isDirectory(EVTX), "no shared logs beside the checkout");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/evtxexport")), "no evtxexport");
        List<Path> logs;
        try (Stream<Path> files = Files.list(EVTX)) {
            logs =
                    files.filter(log ->
                                    NOT_FOR_EVTXEXPORT.stream()
                                            .noneMatch(name ->
                                                    log.getFileName().toString().startsWith(name)))
                            .toList();
        }
        assertThat(logs).isNotEmpty();
        for (Path log : logs) {
            assertThat(ingest(log).read()).as(log.toString()).isEqualTo(exported(log));
        }
    }

    private static long exported(Path log) throws IOException, InterruptedException {
        Process export =
                new ProcessBuilder("/usr/bin/evtxexport", log.toString())
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try (BufferedReader lines = export.inputReader()) {
            long count = lines.lines().filter(line -> line.startsWith("Event number")).count();
            export.waitFor();
            return count;
        }
    }

    private Ledger ingest(Path log) {
        assumeTrue(Files.isRegularFile(log), "no shared logs beside the checkout");
        return new Ingestion(kept, IngestListener.silent()).ingest(List.of(log)).files().getFirst();
    }

    private Ledger recover(Path log) {
        assumeTrue(Files.isRegularFile(log), "no shared logs beside the checkout");
        return new Ingestion(kept, IngestListener.silent())
                .recovering()
                .ingest(List.of(log))
                .files()
                .getFirst();
    }
}
