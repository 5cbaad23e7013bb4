package dev.fulgurite.investigation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.event.Evidence;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceReaderTest {

    @TempDir Path folder;

    /// As tools make that add a changed file to an archive.
    @Test
    void of_two_members_of_one_name_the_one_that_was_read_is_unchanged() throws Exception {
        Path zip = zip("logs.json", "lags.json");
        // Java makes no such archive: the names are as long, and are made the same.
        Files.writeString(
                zip, Files.readString(zip, ISO_8859_1).replace("lags", "logs"), ISO_8859_1);

        for (String member : List.of("logs.json", "lags.json")) {
            EvidenceRecord record = read(zip + "!/logs.json", "of " + member);
            assertThat(record.hash()).isEqualTo(EvidenceRecord.Hash.OK);
            assertThat(record.raw()).isEqualTo("of " + member);
        }
        assertThat(read(zip + "!/logs.json", "of neither").hash())
                .isEqualTo(EvidenceRecord.Hash.ALTERED);
        assertThat(read(zip + "!/none.json", "of neither").hash())
                .isEqualTo(EvidenceRecord.Hash.MISSING);
    }

    private static EvidenceRecord read(String place, String text) throws NoSuchAlgorithmException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        String sha256 = HexFormat.of().formatHex(hash);
        return EvidenceReader.read(
                        List.of(new Evidence(sha256, 0, text.length(), 1)),
                        Map.of(sha256, new EvidenceReader.Source(sha256, List.of(place))))
                .getFirst();
    }

    private Path zip(String... members) throws IOException {
        Path zip = folder.resolve("logs.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String member : members) {
                out.putNextEntry(new ZipEntry(member));
                out.write(("of " + member).getBytes(UTF_8));
            }
        }
        return zip;
    }
}
