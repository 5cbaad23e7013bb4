package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// The formats that logs come in. Which one a file has is told from its bytes, never from its name.
///
/// ```java
/// Recognition found = LogFormat.recognise(firstBytes);
/// RecordReader records = found.format().open(stream);
/// ```
public enum LogFormat {
    CSV,
    /// A JSON object a line.
    JSONL,
    /// A JSON document: a record, a list of them, `{"records": […]}` or `{"events": […]}`.
    JSON,
    /// A Windows event log, as Windows itself keeps it.
    EVTX,
    /// The same, read with what its log holds no more but whose bytes still stand in the file; such
    /// a record has a column `recovered`. Never recognised, only asked for.
    EVTX_AND_SLACK,
    UNKNOWN;

    /// As many of a file's first bytes as recognising it takes.
    public static final int HEAD = 1 << 20;

    /// What a file is, and for [#UNKNOWN] why it is taken for no log.
    public record Recognition(LogFormat format, String reason) {}

    /// As it is written in a ledger.
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// Tells the format from the first [#HEAD] bytes of a file, or all of it when it is shorter.
    public static Recognition recognise(byte[] head) {
        return FormatProbe.recognise(head);
    }

    /// A reader of this format's records; one of [#UNKNOWN] finds none.
    public RecordReader open(InputStream in) throws IOException {
        return switch (this) {
            case CSV -> Utf16Reader.open(in, CsvReader::new);
            case JSONL -> Utf16Reader.open(in, JsonLinesReader::new);
            case JSON -> Utf16Reader.open(in, JsonDocumentReader::new);
            case EVTX -> new EvtxReader(in, false);
            case EVTX_AND_SLACK -> new EvtxReader(in, true);
            case UNKNOWN -> () -> null;
        };
    }
}
