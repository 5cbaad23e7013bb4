package dev.fulgurite.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestionTest {

    @TempDir Path folder;

    private final KeptEvents kept = new KeptEvents();

    @Test
    void the_ledger_says_what_became_of_each_record() {
        String lines =
                row(1)
                        + row(1)
                        + "{\"Type\": \"AzureActivity\", \"TimeGenerated\": \"never\"}\n"
                        + "{\"Type\": \"OfficeActivity\", \"TimeGenerated\": \"2021\", \"UserId\": \"u\"}\n"
                        + "{\"cut";

        Ledger ledger = ingest(file("a.json", lines)).files().getFirst();

        assertThat(ledger.format()).isEqualTo("jsonl");
        assertThat(ledger.read()).isEqualTo(5);
        assertThat(ledger.stored()).isEqualTo(1);
        assertThat(ledger.duplicate()).isEqualTo(1);
        assertThat(ledger.outOfScope()).isEqualTo(1);
        assertThat(ledger.rejected()).isEqualTo(2);
        assertThat(ledger.complete()).isTrue();
        assertThat(ledger.tables()).containsOnlyKeys("AzureActivity", "OfficeActivity");
        assertThat(ledger.reason()).isEqualTo("OfficeActivity: not read yet");
        assertThat(ledger.size()).isEqualTo(lines.length());
        assertThat(ledger.rejects())
                .extracting(reject -> reject.record() + "@" + reject.line())
                .containsExactly("3@3", "5@5");
        assertThat(ledger.rejects().getFirst().reason())
                .isEqualTo("no time: TimeGenerated is 'never'");
    }

    @Test
    void the_ledger_names_the_columns_that_any_event_of_a_table_fills() {
        String lines =
                row(1)
                        + """
                        {"Type": "AzureActivity", "TimeGenerated": "2021-11-22T10:00:00Z", \
                        "OperationNameValue": "A/B/WRITE", "ActivityStatusValue": "Success", "Caller": ""}
                        """
                        + "{\"Type\": \"DeviceEvents\", \"TimeGenerated\": \"never\"}\n";

        Ledger ledger = ingest(file("a.json", lines)).files().getFirst();

        assertThat(ledger.tables()).containsKeys("AzureActivity", "DeviceEvents");
        assertThat(ledger.columns()).containsOnlyKeys("AzureActivity");
        assertThat(ledger.columns().get("AzureActivity"))
                .contains("operation", "OperationNameValue:UPPER", "ActivityStatusValue:Success")
                .doesNotContain("Caller", "OperationNameValue:Mixed");
    }

    @Test
    void columns_of_an_ingest_that_was_stopped_are_those_of_the_whole_file() {
        StringBuilder lines = new StringBuilder(row(0).replace("}", ", \"Caller\": \"bob\"}"));
        for (int record = 1; record <= 5000; record++) {
            lines.append(row(record));
        }
        Path file = file("a.json", lines.toString());
        kept.failAfter(1);
        assertThatThrownBy(() -> ingest(file)).hasMessage("the store is gone");
        kept.failAfter(Integer.MAX_VALUE);

        Ledger ledger = ingest(file).files().getFirst();

        assertThat(ledger.columns().get("AzureActivity")).contains("Caller");
    }

    @Test
    void coverage_tells_of_all_windows_records_also_those_out_of_scope() {
        Ledger ledger =
                ingest(file("w.json", windows(4624, 7) + windows(4672, 8) + windows(4672, 12)))
                        .files()
                        .getFirst();

        assertThat(ledger.outOfScope()).isEqualTo(2);
        Coverage coverage = ledger.coverage().getFirst();
        assertThat(coverage.source()).isEqualTo("Security");
        assertThat(coverage.computer()).isEqualTo("ws1");
        assertThat(coverage.count()).isEqualTo(3);
        assertThat(coverage.records())
                .extracting(run -> run.first() + "-" + run.last())
                .containsExactly("7-8", "12-12");
        assertThat(coverage.active()).hasSize(1);
        assertThat(coverage.last()).isEqualTo("2021-11-22T10:00:12Z");
    }

    @Test
    void coverage_of_an_ingest_that_was_stopped_tells_of_the_whole_file() {
        StringBuilder lines = new StringBuilder();
        for (int record = 1; record <= 5000; record++) {
            lines.append(windows(4624, record));
        }
        Path file = file("w.json", lines.toString());
        kept.failAfter(1);
        assertThatThrownBy(() -> ingest(file)).hasMessage("the store is gone");
        kept.failAfter(Integer.MAX_VALUE);

        Ledger ledger = ingest(file).files().getFirst();

        assertThat(ledger.read()).isEqualTo(5000);
        assertThat(ledger.coverage().getFirst().count()).isEqualTo(5000);
    }

    @Test
    void much_is_read_two_files_at_a_time_and_told_in_the_order_of_the_paths() throws IOException {
        String rows = rows(1, 130_000);
        Path first = file("a.json", rows);
        Path small = file("b.json", row(1) + row(2));
        Path twin = file("c.json", rows);
        assertThat(Files.size(first) * 2).isGreaterThan(32L << 20);

        IngestReport report = ingest(first, small, twin);

        assertThat(report.files()).allMatch(Ledger::closes).allMatch(Ledger::complete);
        assertThat(report.files())
                .extracting(ledger -> Path.of(ledger.name()).getFileName().toString())
                .containsExactly("a.json", "b.json", "c.json");
        assertThat(report.files().stream().mapToLong(Ledger::stored).sum()).isEqualTo(130_000);
    }

    @Test
    void names_of_any_length_are_kept_apart_by_keys_that_an_index_takes() {
        String a = "a".repeat(9_000);
        String rows =
                "DeviceId,DeviceName,Timestamp,ActionType,LogonType,AccountName,AccountDomain,LogonId,ReportId\n"
                        + ",%sx,2026-11-18T20:31:00Z,LogonSuccess,Network,svc,c,1,1\n".formatted(a)
                        + ",%sy,2026-11-18T20:31:00Z,LogonSuccess,Network,svc,c,1,2\n".formatted(a);

        Ledger ledger = ingest(file("a.csv", rows)).files().getFirst();

        assertThat(ledger.stored()).isEqualTo(2);
        assertThat(kept.keys("Host")).hasSize(2).allMatch(key -> key.length() < 700);
    }

    @Test
    void an_event_id_that_no_index_takes_is_rejected_with_its_length() {
        String row =
                row(1).replace("\"EventDataId\": \"e", "\"EventDataId\": \"" + "e".repeat(9_000));

        Ledger ledger = ingest(file("a.json", row + row(2))).files().getFirst();

        assertThat(ledger.stored()).isEqualTo(1);
        assertThat(ledger.rejects().getFirst().reason()).contains("9008 characters");
    }

    private static String windows(int eventId, int record) {
        return "{\"Channel\": \"Security\", \"EventID\": %d, \"RecordNumber\": %d, "
                        .formatted(eventId, record)
                + "\"Hostname\": \"ws1\", \"@timestamp\": \"2021-11-22T10:%02d:%02dZ\", "
                        .formatted(record / 60 % 60, record % 60)
                + "\"TargetUserName\": \"u\", \"LogonType\": \"3\"}\n";
    }

    @Test
    void evidence_points_at_the_record_in_the_unpacked_bytes() throws IOException {
        String lines = row(1) + row(2);
        ingest(file("a.json", lines));

        GraphEvent second = kept.events().getLast();

        assertThat(second.evidence().line()).isEqualTo(2);
        assertThat(second.evidence().offset()).isEqualTo(row(1).length());
        assertThat(second.evidence().length()).isEqualTo(row(2).length() - 1);
        assertThat(second.evidence().sha256()).hasSize(64);
    }

    @Test
    void a_folder_is_read_with_all_below_it_in_the_order_of_names() {
        file("b.json", row(2));
        file("a/z.json", row(3));
        file("a/y.txt", "just text\n");

        IngestReport report = ingest(folder);

        assertThat(report.problems()).isEmpty();
        assertThat(report.files())
                .extracting(
                        ledger -> folder.relativize(Path.of(ledger.name())) + " " + ledger.format())
                .containsExactly("a/y.txt unknown", "a/z.json jsonl", "b.json jsonl");
        assertThat(report.files().getFirst().read()).isZero();
        assertThat(report.files().getFirst().reason()).startsWith("no log");
    }

    @Test
    void what_is_no_log_record_at_all_is_an_unknown_file() {
        IngestReport report =
                ingest(
                        file("settings.json", "{\n  \"colour\": \"blue\"\n}\n"),
                        file("empty.json", ""),
                        file("one.json", "{\"colour\": \"blue\"}\n"));

        assertThat(report.files())
                .allMatch(ledger -> ledger.format().equals("unknown") && ledger.read() == 0)
                .allMatch(ledger -> ledger.tables().isEmpty() && !ledger.reason().isEmpty());
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void an_empty_folder_is_noted_and_no_problem() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        IngestReport report = ingest(empty);

        assertThat(report.files()).isEmpty();
        assertThat(report.problems()).isEmpty();
        assertThat(report.notes()).containsExactly(empty + ": no files");
    }

    @Test
    void a_missing_path_is_a_problem_and_the_others_are_read() {
        Path missing = folder.resolve("missing.json");

        IngestReport report = ingest(missing, file("a.json", row(1)));

        assertThat(report.problems())
                .containsExactly(
                        new Problem(Kind.MISSING, missing.toString(), "no such file or folder"));
        assertThat(report.files()).hasSize(1);
    }

    @Test
    void members_of_a_zip_are_files_and_a_zip_within_is_opened_once() throws IOException {
        byte[] inner =
                zip(
                        "c.json",
                        row(3).getBytes(UTF_8),
                        "d.zip",
                        zip("e.json", row(4).getBytes(UTF_8)));
        Path zip =
                file(
                        "a.zip",
                        zip(
                                "../../etc/b.json", row(2).getBytes(UTF_8),
                                "inner.zip", inner,
                                "f.json.gz", gzip(row(5).getBytes(UTF_8))));

        IngestReport report = ingest(zip);

        assertThat(report.problems()).isEmpty();
        assertThat(report.files())
                .extracting(ledger ->
                        ledger.name().substring(zip.toString().length()) + " " + ledger.format())
                .containsExactly(
                        "!/../../etc/b.json jsonl",
                        "!/inner.zip!/c.json jsonl",
                        "!/inner.zip!/d.zip unknown",
                        "!/f.json.gz!/f.json jsonl");
        assertThat(report.files()).allMatch(ledger -> ledger.archive().equals(zip.toString()));
        assertThat(kept.events()).hasSize(3);
    }

    @Test
    void a_gzip_file_is_read_whatever_its_name() throws IOException {
        Path packed = file("logs.json", gzip(row(1).getBytes(UTF_8)));

        Ledger ledger = ingest(packed).files().getFirst();

        assertThat(ledger.name()).isEqualTo(packed + "!/logs.json");
        assertThat(ledger.archive()).isEqualTo(packed.toString());
        assertThat(ledger.stored()).isEqualTo(1);
        assertThat(ledger.size()).isEqualTo(row(1).length());
    }

    @Test
    void what_is_left_of_a_cut_zip_is_stored_and_the_cut_reported() throws IOException {
        String many = rows(1, 5_000);
        byte[] whole = zip("a.json", row(0).getBytes(UTF_8), "b.json", many.getBytes(UTF_8));
        Path cut = file("cut.zip", Arrays.copyOf(whole, whole.length * 2 / 3));

        IngestReport report = ingest(cut);

        assertThat(report.files()).hasSize(2).allMatch(Ledger::closes);
        Ledger first = report.files().getFirst();
        Ledger second = report.files().getLast();
        assertThat(first.stored()).isEqualTo(1);
        assertThat(second.stored()).isBetween(1_000L, 4_999L);
        assertThat(second.rejected()).isLessThanOrEqualTo(1);
        assertThat(second.reason()).startsWith("cut or damaged (");
        assertThat(report.problems())
                .extracting(problem -> problem.kind() + " " + problem.path())
                .containsExactly("DAMAGED " + cut);
    }

    @Test
    void what_is_left_of_a_cut_gzip_file_is_stored_and_the_cut_reported() throws IOException {
        byte[] whole = gzip(rows(1, 5_000).getBytes(UTF_8));
        Path cut = file("cut.json.gz", Arrays.copyOf(whole, whole.length / 2));

        IngestReport report = ingest(cut);

        Ledger ledger = report.files().getFirst();
        assertThat(ledger.closes()).isTrue();
        assertThat(ledger.stored()).isBetween(1_000L, 4_999L);
        assertThat(report.problems()).hasSize(1);
        assertThat(ledger.reason()).isEqualTo(report.problems().getFirst().reason());
    }

    @Test
    void a_zip_of_which_nothing_is_left_is_a_problem() throws IOException {
        byte[] whole = zip("a.json", row(1).getBytes(UTF_8));

        IngestReport report = ingest(file("cut.zip", Arrays.copyOf(whole, 20)));

        assertThat(report.problems())
                .extracting(Problem::reason)
                .singleElement(STRING)
                .endsWith("; no member can be read");
        assertThat(kept.events()).isEmpty();
    }

    @Test
    void a_zip_with_a_password_is_told_as_that() throws IOException {
        byte[] zip = zip("a.json", row(1).getBytes(UTF_8));
        String bytes = new String(zip, ISO_8859_1);
        // The flag of an encrypted entry, in its own header and in the directory.
        zip[bytes.indexOf("PK\3\4") + 6] |= 1;
        zip[bytes.indexOf("PK\1\2") + 8] |= 1;

        IngestReport report = ingest(file("password.zip", zip));

        assertThat(report.problems())
                .extracting(Problem::reason)
                .containsExactly(
                        "the zip archive asks for a password: unpack it first; no member can be read");
    }

    @Test
    void damage_in_the_middle_of_one_member_leaves_the_others_alone() throws IOException {
        byte[] zip =
                zip(
                        "a.json",
                        rows(1, 3_000).getBytes(UTF_8),
                        "b.json",
                        rows(3_001, 3_010).getBytes(UTF_8));
        Arrays.fill(zip, 3_000, 3_100, (byte) 0x55);

        IngestReport report = ingest(file("damaged.zip", zip));

        assertThat(report.files()).hasSize(2).allMatch(Ledger::closes);
        assertThat(report.files().getLast().stored()).isEqualTo(10);
        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().path()).endsWith("damaged.zip!/a.json");
    }

    @Test
    void an_archive_that_unpacks_without_end_is_left_alone() throws IOException {
        byte[] zeros = new byte[1 << 20];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 80; i++) {
                gzip.write(zeros);
            }
        }

        IngestReport report = ingest(file("a.gz", packed.toByteArray()), file("b.json", row(1)));

        assertThat(report.problems()).hasSize(1);
        assertThat(report.problems().getFirst().kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(report.problems().getFirst().reason()).contains("200 times its size");
        assertThat(kept.events()).hasSize(1);
    }

    @Test
    void the_same_bytes_under_another_name_are_duplicates_under_that_name() throws IOException {
        Path a = file("a.json", rows(1, 10));
        Path b = file("b.zip", zip("c.json", rows(1, 10).getBytes(UTF_8)));

        List<Ledger> ledgers = ingest(a, b, a).files();

        assertThat(ledgers).extracting(Ledger::stored).containsExactly(10L, 0L, 0L);
        assertThat(ledgers).extracting(Ledger::duplicate).containsExactly(0L, 10L, 10L);
        assertThat(ledgers.get(1).name()).isEqualTo(b + "!/c.json");
        assertThat(ledgers).allMatch(Ledger::closes);
    }

    @Test
    void batches_are_bounded() {
        ingest(file("a.json", rows(1, 4_500)));

        assertThat(kept.batchSizes()).containsExactly(2_000, 2_000, 500);
    }

    @Test
    void an_ingest_that_was_stopped_goes_on_where_it_was() {
        Path file = file("a.json", "{\"cut\n" + rows(1, 5_000));
        kept.failAfter(1);
        assertThatThrownBy(() -> ingest(file)).hasMessage("the store is gone");
        kept.failAfter(Integer.MAX_VALUE);
        assertThat(kept.events()).hasSize(2_000);

        Ledger ledger = ingest(file).files().getFirst();

        assertThat(kept.events()).hasSize(5_000);
        assertThat(ledger.read()).isEqualTo(5_001);
        assertThat(ledger.stored()).isEqualTo(5_000);
        assertThat(ledger.duplicate()).isZero();
        assertThat(ledger.rejects()).hasSize(1);
        assertThat(ledger.complete()).isTrue();
    }

    @Test
    void a_cancelled_ingest_keeps_what_is_stored_and_goes_on_later() {
        Path file = file("a.json", rows(1, 10_000));
        List<Long> seen = new ArrayList<>();
        IngestListener impatient =
                new IngestListener() {
                    @Override
                    public boolean cancelled() {
                        seen.add(1L);
                        return seen.size() > 5;
                    }
                };

        IngestReport stopped =
                new Ingestion(kept, impatient).ingest(List.of(file, file("b.json", row(0))));
        long first = stopped.files().getFirst().stored();
        Ledger rest = ingest(file).files().getFirst();

        assertThat(stopped.files()).hasSize(1);
        assertThat(stopped.files().getFirst().complete()).isFalse();
        assertThat(stopped.problems()).extracting(Problem::kind).containsExactly(Kind.CANCELLED);
        assertThat(first).isBetween(1L, 9_999L);
        assertThat(rest.stored()).isEqualTo(10_000);
        assertThat(rest.complete()).isTrue();
    }

    @Test
    void the_listener_hears_of_each_file() {
        List<String> heard = new ArrayList<>();
        Path file = file("a.json", row(1));
        IngestListener listener =
                new IngestListener() {
                    @Override
                    public void started(String name, long size) {
                        heard.add("started " + name + " of " + size);
                    }

                    @Override
                    public void finished(Ledger ledger) {
                        heard.add("finished " + ledger.name() + ", " + ledger.stored());
                    }
                };

        new Ingestion(kept, listener).ingest(List.of(file));

        assertThat(heard)
                .containsExactly(
                        "started " + file + " of " + row(1).length(), "finished " + file + ", 1");
    }

    @Test
    void a_broken_quote_in_a_csv_file_costs_one_record() {
        String csv =
                """
                TimeGenerated,OperationNameValue,ActivityStatusValue,Authorization,CorrelationId,EventDataId
                2021-11-22T10:00:00Z,a/action,Start,"{""action"": ""a""}",c1,e1
                2021-11-22T10:00:01Z,a/action,Start,"{""action"": ""a""},c2,e2
                2021-11-22T10:00:02Z,a/action,Start,"{""action"": ""a""}",c3,e3
                """;

        Ledger ledger = ingest(file("a.csv", csv)).files().getFirst();

        assertThat(ledger.stored()).isEqualTo(2);
        assertThat(ledger.rejects())
                .extracting(reject -> reject.line() + ": " + reject.reason())
                .containsExactly("3: text behind a closing quote");
    }

    private IngestReport ingest(Path... paths) {
        return new Ingestion(kept, IngestListener.silent()).ingest(List.of(paths));
    }

    private static String row(int number) {
        return "{\"TimeGenerated\": \"2021-11-22T10:00:00Z\", \"OperationNameValue\": \"a/action\","
                + " \"ActivityStatusValue\": \"Start\", \"CorrelationId\": \"c"
                + number
                + "\", \"EventDataId\": \"e"
                + Integer.toHexString(number * 0x9E3779B1)
                + "\", \"Type\": \"AzureActivity\"}\n";
    }

    private static String rows(int first, int last) {
        StringBuilder rows = new StringBuilder();
        for (int i = first; i <= last; i++) {
            rows.append(row(i));
        }
        return rows.toString();
    }

    private Path file(String name, String content) {
        return file(name, content.getBytes(UTF_8));
    }

    private Path file(String name, byte[] content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            return Files.write(file, content);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    /// A zip of alternating names (`String`) and contents (`byte[]`).
    private static byte[] zip(Object... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) members[i]));
                zip.write((byte[]) members[i + 1]);
            }
        }
        return bytes.toByteArray();
    }
}
