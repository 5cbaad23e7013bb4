package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.JsonScan.Step;
import dev.fulgurite.ingest.format.LogFormat.Recognition;
import dev.fulgurite.ingest.format.evtx.EvtxFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells from a file's first bytes what it is.
final class FormatProbe {

    /// Columns that logs have and other tables hardly do: with two of these a header is one though
    /// the row below it be broken.
    private static final Set<String> TELLING =
            Set.of(
                    "TimeGenerated",
                    "Timestamp",
                    "CorrelationId",
                    "OperationName",
                    "OperationNameValue",
                    "ActivityStatusValue",
                    "Caller",
                    "CallerIpAddress",
                    "DeviceId",
                    "DeviceName",
                    "ActionType",
                    "ReportId",
                    "Type",
                    "$table");

    private static final String WINDOWS_XML =
            "XML: of Windows events export the log itself (EVTX), or JSON";

    /// Files that analysts are likely to have beside their exports, by how they begin.
    private static final Map<String, String> FOREIGN =
            Map.ofEntries(
                    Map.entry("<Event", WINDOWS_XML),
                    Map.entry("<?xml", WINDOWS_XML),
                    Map.entry("PAR1", "a Parquet file: export it as CSV or JSON"),
                    Map.entry("SQLite format 3\0", "an SQLite database: no log export"),
                    Map.entry("%PDF", "a PDF document: no log export"),
                    Map.entry("PK\u0003\u0004", "an archive within archives: unpack it first"),
                    Map.entry("7z\u00BC\u00AF", "a 7-Zip archive: unpack it first"),
                    Map.entry("Rar!", "a RAR archive: unpack it first"),
                    Map.entry("BZh", "bzip2 compressed: unpack it first"),
                    Map.entry("\u00FD7zXZ", "xz compressed: unpack it first"),
                    Map.entry("(\u00B5/\u00FD", "zstd compressed: unpack it first"));

    private static final byte[] TAR = "ustar".getBytes(StandardCharsets.ISO_8859_1);
    private static final int TAR_AT = 257;

    private FormatProbe() {}

    static Recognition recognise(byte[] head) {
        return recogniseUtf8(Utf16Stream.isMarked(head) ? utf8(head) : head);
    }

    private static byte[] utf8(byte[] head) {
        InputStream unmarked = new ByteArrayInputStream(head, 2, head.length - 2);
        try (Utf16Stream text = new Utf16Stream(unmarked, head[0] == (byte) 0xFE)) {
            return text.readAllBytes();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Recognition recogniseUtf8(byte[] head) {
        int text = textStart(head);
        int from = behindNumber(head, text);
        if (from == head.length) {
            return unknown("empty");
        }
        if (EvtxFile.isStart(head)) {
            return found(LogFormat.EVTX);
        }
        int length = Math.min(16, head.length - from);
        String start = new String(head, from, length, StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> foreign : FOREIGN.entrySet()) {
            if (start.startsWith(foreign.getKey())) {
                return unknown(foreign.getValue());
            }
        }
        if (isTar(head)) {
            return unknown("a tar archive: unpack it first");
        }
        if (from > text && head[from] == '{') {
            return found(LogFormat.JSON);
        }
        return switch (head[from]) {
            case '{' -> beginsWith(head, from, "\"}") ? object(head, from) : noLog();
            case '[' -> beginsWith(head, from, "{]") ? found(LogFormat.JSON) : noLog();
            default -> csvOrCutLines(head, from);
        };
    }

    private static boolean isTar(byte[] head) {
        int end = TAR_AT + TAR.length;
        return head.length > end
                && Arrays.equals(head, TAR_AT, end, TAR, 0, TAR.length)
                && head[TAR_AT - 1] == 0;
    }

    /// Behind a byte-order mark and blanks.
    private static int textStart(byte[] head) {
        boolean marked =
                head.length >= 3
                        && head[0] == (byte) 0xEF
                        && head[1] == (byte) 0xBB
                        && head[2] == (byte) 0xBF;
        return skipBlank(head, marked ? 3 : 0);
    }

    /// Where the record begins that a line before it numbers; else the same.
    private static int behindNumber(byte[] head, int from) {
        int end = from;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        String line = new String(head, from, end - from, StandardCharsets.ISO_8859_1);
        int next = skipBlank(head, end);
        return JsonDocumentReader.isNumber(line) && next < head.length ? next : from;
    }

    private static int skipBlank(byte[] head, int from) {
        int at = from;
        while (at < head.length && Json.isBlank(head[at])) {
            at++;
        }
        return at;
    }

    private static boolean beginsWith(byte[] head, int bracket, String next) {
        int at = skipBlank(head, bracket + 1);
        return at == head.length || next.indexOf(head[at]) >= 0;
    }

    /// Lines or a document? Lines when the first line holds a whole object, or breaks off where the
    /// next line begins one that cannot continue it.
    private static Recognition object(byte[] head, int from) {
        JsonScan scan = new JsonScan(true);
        boolean ended = false;
        boolean records = false;
        byte last = 0;
        int at = from;
        while (at < head.length && head[at] != '\n' && !ended) {
            Step step = scan.take(head[at]);
            ended = step == Step.ENDS;
            records |= step == Step.OPENS_RECORDS;
            last = Json.isBlank(head[at]) ? last : head[at];
            at++;
        }
        if (ended) {
            return found(LogFormat.JSONL);
        }
        int next = skipBlank(head, at);
        boolean objectFollows = next < head.length && head[next] == '{';
        boolean valueMayFollow = last == '[' || last == ':' || (last == ',' && records);
        return found(
                records || !objectFollows || valueMayFollow
                        ? lonely(head, at, records)
                        : LogFormat.JSONL);
    }

    /// An object that does not end on its line, which is all there is: a line that was cut.
    private static LogFormat lonely(byte[] head, int lineEnd, boolean records) {
        return !records && skipBlank(head, lineEnd) == head.length && head.length < LogFormat.HEAD
                ? LogFormat.JSONL
                : LogFormat.JSON;
    }

    private static Recognition csvOrCutLines(byte[] head, int from) {
        if (isCsv(head)) {
            return found(LogFormat.CSV);
        }
        int lineEnd = from;
        while (lineEnd < head.length && head[lineEnd] != '\n') {
            lineEnd++;
        }
        int next = skipBlank(head, lineEnd);
        boolean objectFollows =
                next < head.length && head[next] == '{' && beginsWith(head, next, "\"");
        if (objectFollows) {
            return found(LogFormat.JSONL);
        }
        String line = new String(head, from, lineEnd - from, StandardCharsets.ISO_8859_1).strip();
        return line.indexOf("{\"") > 0 && line.endsWith("}")
                ? unknown("lines with something before their JSON: cut that off")
                : noLog();
    }

    private static boolean isCsv(byte[] head) {
        try {
            ByteWindow window = new ByteWindow(head);
            window.advance(textStart(head));
            if (CsvHeader.isPreceded(window)) {
                window.dropLine();
            }
            CsvScan scan = CsvScan.underHeader(window);
            if (!scan.row() || scan.count() < 2 || !Utf8.valid(head, window.start, scan.length())) {
                return false;
            }
            List<String> names = scan.texts();
            CsvHeader header = new CsvHeader(names);
            if (!names.stream().allMatch(FormatProbe::isColumnName)) {
                return false;
            }
            window.advance(scan.next());
            return header.names().stream().filter(TELLING::contains).count() >= 2
                    || (scan.row() && scan.count() == header.width());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// A name, not prose: a few words without a sentence's punctuation.
    private static boolean isColumnName(String cell) {
        return cell.length() <= 128
                && cell.chars()
                        .allMatch(c ->
                                Character.isLetterOrDigit(c) || " _$@.-+[]()/:#".indexOf(c) >= 0)
                && cell.chars().filter(c -> c == ' ').count() <= 4;
    }

    private static Recognition found(LogFormat format) {
        return new Recognition(format, "");
    }

    private static Recognition noLog() {
        return unknown("no log: neither CSV with a header nor JSON records");
    }

    private static Recognition unknown(String reason) {
        return new Recognition(LogFormat.UNKNOWN, reason);
    }
}
