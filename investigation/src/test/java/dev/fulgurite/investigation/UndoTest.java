package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The folder and the zip of it: the same bytes under two names.
class UndoTest {

    private static final String ROW =
            """
            {"Type":"DeviceEvents","TimeGenerated":"2021-11-22T10:00:00Z","DeviceName":"#","ActionType":"a","ReportId":1}
            """;

    @TempDir Path folder;

    private Investigation investigation;
    private Path plain;
    private Path other;
    private Path zip;

    @BeforeEach
    void open() throws IOException {
        investigation = Investigation.open(new GraphLocation.Folder(folder.resolve("graph")));
        plain = write("plain.json", "srv1");
        other = write("other.json", "srv2");
        zip = folder.toRealPath().resolve("all.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream members = new ZipOutputStream(file)) {
            for (Path member : List.of(plain, other)) {
                members.putNextEntry(new ZipEntry(member.getFileName().toString()));
                members.write(Files.readAllBytes(member));
            }
        }
    }

    @AfterEach
    void close() {
        investigation.close();
    }

    @Test
    void what_was_read_under_its_own_name_too_stays_when_the_archive_is_taken_back() {
        ingest(plain);
        String before = investigation.digest();
        List<Ledger> ledgers = investigation.ledgers();
        ingest(zip);

        TakenBack undone = investigation.undo(zip.toString());

        assertThat(undone.files()).extracting(Ledger::name).containsExactly(zip + "!/other.json");
        assertThat(undone.kept())
                .containsExactly(
                        new TakenBack.Kept(
                                zip + "!/plain.json",
                                plain.toString(),
                                ledgers.getFirst().sha256()));
        assertThat(investigation.digest()).isEqualTo(before);
        assertThat(investigation.ledgers()).isEqualTo(ledgers);
    }

    @Test
    void what_an_archive_holds_too_stays_under_its_name_there() {
        ingest(zip);
        String before = investigation.digest();
        List<Ledger> ledgers = investigation.ledgers();
        ingest(plain, other);

        assertThat(investigation.undo(plain.toString()).files()).isEmpty();
        assertThat(investigation.digest()).isEqualTo(before);
        assertThat(investigation.ledgers()).isEqualTo(ledgers);
    }

    @Test
    void what_was_read_first_under_the_name_that_is_taken_back_is_named_by_the_other() {
        ingest(plain, zip);

        investigation.undo(plain.toString());

        assertThat(investigation.ledgers())
                .extracting(Ledger::name, Ledger::archive)
                .contains(tuple(zip + "!/plain.json", zip.toString()));
        assertThat(investigation.undo(zip.toString()).files()).hasSize(2);
        assertThat(investigation.ledgers()).isEmpty();
    }

    @Test
    void a_hash_takes_it_back_whatever_its_names() {
        ingest(plain, zip);
        String sha256 = investigation.ledgers().getFirst().sha256();

        assertThat(investigation.undo(sha256).files())
                .extracting(Ledger::sha256)
                .containsExactly(sha256);
        assertThat(investigation.ledgers()).hasSize(1);
    }

    private void ingest(Path... files) {
        investigation.ingest(Arrays.asList(files), IngestListener.silent());
    }

    private Path write(String name, String host) throws IOException {
        return Files.writeString(folder.toRealPath().resolve(name), ROW.replace("#", host));
    }
}
