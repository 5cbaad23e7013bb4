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
    UNKNOWN;

    /// As many of a file's first bytes as recognising it takes.
    public static final int HEAD = 1 << 20;

    /// What a file is, and for [#UNKNOWN] why it is taken for no log.
    public record Recognition(LogFormat format, String reason) {}

    /// As it is written in a ledger.
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Tells the format from the first [#HEAD] bytes of a file, or all of it when it is shorter.
    public static Recognition recognise(byte[] head) {
        return FormatProbe.recognise(head);
    }

    /// A reader of this format's records; one of [#UNKNOWN] finds none.
    public RecordReader open(InputStream in) throws IOException {
        return open(in, false);
    }

    /// A reader that, if told to `recover`, also gives records that their log holds no more but
    /// whose bytes still stand in its file, each with a column `recovered`.
    public RecordReader open(InputStream in, boolean recover) throws IOException {
        return switch (this) {
            case CSV -> new CsvReader(in);
            case JSONL -> new JsonLinesReader(in);
            case JSON -> new JsonDocumentReader(in);
            case EVTX -> new EvtxReader(in, recover);
            case UNKNOWN -> () -> null;
        };
    }
}
