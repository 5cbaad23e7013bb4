package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.ingest.Ingestion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files into a graph, both ways.
class GraphIngestTest {

    private static final String CSV =
            """
            Timestamp,DeviceName,DeviceId,ActionType,AccountName,AccountDomain,LogonType,ReportId
            2026-03-01T09:00:00Z,Web01.contoso.com,d1,LogonSuccess,Svc_Backup,CONTOSO,Network,1
            2026-03-01T09:00:01Z,web01.contoso.com,d1,LogonFailed,"o""neil
            ",contoso,Network,2
            never,web01.contoso.com,d1,LogonFailed,eve,contoso,Network,3
            """;

    /// The first event again, in another shape.
    private static final String JSON =
            """
            {"TimeGenerated": "2026-03-01T09:00:00Z", "Timestamp": "2026-03-01T09:00:00Z", "DeviceName": "web01.contoso.com", "DeviceId": "d1", "ActionType": "LogonSuccess", "AccountName": "svc_backup", "AccountDomain": "contoso", "LogonType": "Network", "RemoteIP": "10.1.2.3", "ReportId": 1, "Type": "DeviceLogonEvents"}
            """;

    @TempDir Path folder;

    private final List<Double> building = new ArrayList<>();

    @Test
    void an_empty_graph_that_is_filled_at_once_is_what_it_is_when_filled_batch_by_batch()
            throws IOException {
        Path logs = Files.createDirectory(folder.resolve("logs"));
        Files.writeString(logs.resolve("a.csv"), CSV);
        Files.writeString(logs.resolve("b.json"), JSON);
        Files.writeString(logs.resolve("c.csv"), CSV);

        try (InvestigationGraph atOnce = Neo4jGraphs.embedded(folder.resolve("at once"));
                InvestigationGraph batches = Neo4jGraphs.embedded(folder.resolve("batches"))) {
            IngestReport quick = ingest(atOnce, logs, 1);
            IngestReport slow = ingest(batches, logs, Long.MAX_VALUE);

            assertThat(quick.files()).isEqualTo(slow.files());
            assertThat(quick.files().getFirst())
                    .returns(3L, Ledger::read)
                    .returns(2L, Ledger::stored)
                    .returns(1L, Ledger::rejected);
            assertThat(atOnce.digest()).isEqualTo(batches.digest());
            assertThat(atOnce.ledgers()).isEqualTo(batches.ledgers());
            assertThat(building).isSorted().endsWith(1.0).hasSizeGreaterThan(2);
        }
    }

    private IngestReport ingest(InvestigationGraph graph, Path logs, long largeBytes) {
        return new GraphIngest(
                        graph,
                        sink -> new Ingestion(sink, IngestListener.silent()),
                        building::add,
                        largeBytes)
                .ingest(List.of(logs));
    }
}
