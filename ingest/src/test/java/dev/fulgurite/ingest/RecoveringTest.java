package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.format.EvtxWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveringTest {

    @TempDir private Path folder;
    private final KeptEvents kept = new KeptEvents();
    private Path log;

    @BeforeEach
    void write() throws IOException {
        log = Files.write(folder.resolve("a.evtx"), EvtxWriter.withSlack());
    }

    @Test
    void slack_is_left_alone_when_nobody_asks_for_it() {
        Ledger ledger = ingest(ingestion());

        assertThat(ledger.stored()).isEqualTo(1);
        assertThat(scripts()).containsExactly("live");
    }

    @Test
    void a_recovered_event_is_marked_and_its_log_says_how_it_was_read() {
        Ledger ledger = ingest(ingestion().recovering());

        assertThat(ledger.stored()).isEqualTo(2);
        assertThat(ledger.format()).isEqualTo("evtx and slack");
        assertThat(ledger.reason()).startsWith("records recovered from unused space: 1");
        assertThat(scripts()).containsExactly("live", "old");
        assertThat(kept.events())
                .extracting(event -> event.carrier().properties().get("recovered"))
                .containsExactly(null, true);
    }

    @Test
    void a_recovered_event_is_not_the_same_event_in_a_log_that_holds_it() throws IOException {
        ingest(ingestion().recovering());
        String recovered = kept.events().getLast().id();
        KeptEvents other = new KeptEvents();
        Path whole = Files.write(folder.resolve("b.evtx"), EvtxWriter.withoutSlack());

        new Ingestion(other, IngestListener.silent()).ingest(List.of(whole));

        assertThat(other.events()).hasSize(2).noneMatch(event -> event.id().equals(recovered));
        assertThat(other.events().getFirst().id()).isEqualTo(kept.events().getFirst().id());
    }

    private Ingestion ingestion() {
        return new Ingestion(kept, IngestListener.silent());
    }

    private Ledger ingest(Ingestion ingestion) {
        return ingestion.ingest(List.of(log)).files().getFirst();
    }

    private List<String> scripts() {
        return kept.events().stream()
                .map(GraphEvent::carrier)
                .map(carrier -> String.valueOf(carrier.properties().get("scriptBlockText")))
                .toList();
    }
}
