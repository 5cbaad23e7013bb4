package dev.fulgurite.investigation;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.ingest.format.RecordText;
import dev.fulgurite.investigation.EvidenceRecord.Hash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads raw records back from the files they came from. Each file is read once, whole and from its
/// start: the same pass that fetches the records hashes the file, so a record is never shown
/// without the word whether its file is still the one that was ingested.
final class EvidenceReader {

    private static final int BUFFER = 1 << 16;
    private static final int HEAD = 8;

    /// The names of a table's columns take no more.
    private static final int BEGINNING = 1 << 16;

    private static final String NO_RECORD = "no record of an event begins here any more";

    /// A file that was read, under every name it was found by.
    record Source(String sha256, List<String> places) {
        Source {
            places = List.copyOf(places);
        }
    }

    private EvidenceReader() {}

    /// The records at the pointers, in their order.
    static List<EvidenceRecord> read(List<Evidence> pointers, Map<String, Source> sources) {
        Map<String, List<Evidence>> byFile = new LinkedHashMap<>();
        for (Evidence pointer : pointers) {
            byFile.computeIfAbsent(pointer.sha256(), _ -> new ArrayList<>()).add(pointer);
        }
        Map<Evidence, EvidenceRecord> records = new HashMap<>();
        byFile.forEach((sha256, wanted) -> {
            Source source = sources.getOrDefault(sha256, new Source(sha256, List.of()));
            records.putAll(fromBestPlace(source, wanted));
        });
        return pointers.stream().map(records::get).toList();
    }

    /// From the first place where the file is unchanged; else from the first where there is one.
    private static Map<Evidence, EvidenceRecord> fromBestPlace(
            Source source, List<Evidence> wanted) {
        Map<Evidence, EvidenceRecord> altered = null;
        for (String place : source.places()) {
            try {
                // Ends where no further member bears the name.
                for (int before = 0; ; before++) {
                    Pass pass = new Pass(wanted);
                    if (pass.over(place, before).equals(source.sha256())) {
                        return pass.records(place, Hash.OK);
                    }
                    altered = altered == null ? pass.records(place, Hash.ALTERED) : altered;
                }
            } catch (IOException _) {
                // Not here any more, or unreadable: the next place, else missing.
            }
        }
        String name = source.places().isEmpty() ? "" : source.places().getFirst();
        return altered == null ? new Pass(wanted).records(name, Hash.MISSING) : altered;
    }

    /// One reading of a file from start to end.
    private static final class Pass {

        private final List<Evidence> wanted;
        private final Map<Evidence, byte[]> found = new HashMap<>();
        private Map<Long, String> shown = Map.of();
        private final ByteArrayOutputStream beginning = new ByteArrayOutputStream();
        private byte[] start = new byte[0];

        Pass(List<Evidence> wanted) {
            this.wanted =
                    wanted.stream()
                            .distinct()
                            .sorted(Comparator.comparingLong(Evidence::offset))
                            .toList();
        }

        String over(String place, int before) throws IOException {
            try (InputStream bytes = EvidenceFiles.open(place, before)) {
                return over(bytes);
            }
        }

        /// The SHA-256 of all bytes; a stream that breaks off ends there, as it did at ingest.
        private String over(InputStream bytes) throws IOException {
            bytes.mark(HEAD);
            start = bytes.readNBytes(HEAD);
            bytes.reset();
            MessageDigest sha = sha256();
            InputStream hashed = new DigestInputStream(new UnbrokenStream(bytes), sha);
            if (RecordText.isNeeded(start)) {
                Set<Long> offsets =
                        wanted.stream().map(Evidence::offset).collect(Collectors.toSet());
                shown = RecordText.at(offsets, hashed);
            }
            byte[] buffer = new byte[BUFFER];
            long position = 0;
            for (int read = hashed.read(buffer); read >= 0; read = hashed.read(buffer)) {
                beginning.write(
                        buffer, 0, Math.min(read, Math.max(0, BEGINNING - beginning.size())));
                keep(buffer, position, read);
                position += read;
            }
            return HexFormat.of().formatHex(sha.digest());
        }

        private void keep(byte[] buffer, long position, int length) {
            for (Evidence pointer : wanted) {
                long from = Math.max(pointer.offset(), position);
                long to = Math.min(pointer.offset() + pointer.length(), position + length);
                if (from < to) {
                    byte[] record =
                            found.computeIfAbsent(
                                    pointer, _ -> new byte[Math.toIntExact(pointer.length())]);
                    System.arraycopy(
                            buffer,
                            (int) (from - position),
                            record,
                            (int) (from - pointer.offset()),
                            (int) (to - from));
                }
            }
        }

        Map<Evidence, EvidenceRecord> records(String place, Hash hash) {
            Map<Evidence, EvidenceRecord> records = new HashMap<>();
            int bang = place.indexOf(EvidenceFiles.MEMBER);
            String file = bang < 0 ? place : place.substring(0, bang);
            String member = bang < 0 ? "" : place.substring(bang + EvidenceFiles.MEMBER.length());
            String header = RecordFields.header(beginning.toString(charset()));
            for (Evidence pointer : wanted) {
                String text = text(pointer);
                records.put(
                        pointer,
                        new EvidenceRecord(
                                file,
                                pointer.sha256(),
                                member,
                                pointer.offset(),
                                pointer.line(),
                                text,
                                hash,
                                header));
            }
            return records;
        }

        private String text(Evidence pointer) {
            if (RecordText.isNeeded(start)) {
                return shown.getOrDefault(pointer.offset(), NO_RECORD);
            }
            byte[] record = found.get(pointer);
            return record == null ? "" : new String(record, charset()).stripTrailing();
        }

        /// A byte order mark says that the file is UTF-16; everything else is read as UTF-8.
        private Charset charset() {
            if (start.length >= 2 && start[0] == (byte) 0xff && start[1] == (byte) 0xfe) {
                return StandardCharsets.UTF_16LE;
            }
            return start.length >= 2 && start[0] == (byte) 0xfe && start[1] == (byte) 0xff
                    ? StandardCharsets.UTF_16BE
                    : StandardCharsets.UTF_8;
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
