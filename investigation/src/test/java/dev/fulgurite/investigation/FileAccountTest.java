package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.link.LinkListener;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.EvidenceRecord.Hash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAccountTest {

    private static final String GOOD =
            "{\"Timestamp\":\"2026-03-01T10:00:00Z\",\"DeviceId\":\"d1\",\"DeviceName\":\"h1\","
                    + "\"ActionType\":\"LogonSuccess\",\"AccountName\":\"ann\",\"AccountDomain\":\"c\","
                    + "\"LogonType\":\"Network\",\"RemoteIP\":\"203.0.113.9\",\"ReportId\":7,"
                    + "\"LogonId\":99,\"AccountSid\":\"S-1-5-21-1-2-3-1001\"}";

    @TempDir Path folder;

    @Test
    void a_file_tells_its_period_and_each_reject_with_its_line_and_text() throws IOException {
        Path log =
                Files.writeString(
                        folder.resolve("logons.jsonl"), GOOD + "\n{\"broken\": \n" + GOOD);
        List<String> linked = new ArrayList<>();
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("g")))) {
            investigation.ingest(
                    List.of(log),
                    IngestListener.silent(),
                    new LinkListener() {
                        @Override
                        public void linking(String title, int link, int links, double part) {
                            linked.add(link + " of " + links + " to " + part);
                        }
                    });

            FileAccount account = investigation.files().getFirst();
            assertThat(account.source()).isEqualTo("DeviceLogonEvents");
            assertThat(account.first()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
            assertThat(account.last()).isEqualTo(account.first());
            assertThat(account.warnings()).isEmpty();
            List<RejectedRecord> rejects = investigation.rejects(account.ledger().sha256());
            assertThat(rejects).hasSize(1);
            assertThat(rejects.getFirst().line()).isEqualTo(2);
            assertThat(rejects.getFirst().raw()).startsWith("{\"broken\":");
            assertThat(rejects.getFirst().hash()).isEqualTo(Hash.OK);
            assertThat(linked).first().asString().matches("1 of \\d+ to 0.0");
            assertThat(linked).last().asString().matches("(\\d+) of \\1 to 1.0");
        }
    }
}
