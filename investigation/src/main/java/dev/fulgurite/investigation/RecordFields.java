package dev.fulgurite.investigation;

import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogFormat;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.format.RecordReader;
import dev.fulgurite.investigation.EvidenceRecord.Field;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Takes a raw record apart into its fields, by the readers that ingest uses.
final class RecordFields {

    private RecordFields() {}

    /// What a record says, field by field; nothing when it cannot be read alone.
    ///
    /// @param header names the columns of CSV
    static List<Field> of(String header, String raw) {
        String record = raw.strip();
        if (record.startsWith("{")) {
            return fields(Columns.ofJson(record), raw);
        }
        if (record.isEmpty() || header.isEmpty()) {
            return List.of();
        }
        byte[] csv = (header + "\n" + raw + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            RecordReader reader = LogFormat.CSV.open(new ByteArrayInputStream(csv));
            return reader.next() instanceof LogRecord(_, Columns columns)
                    ? fields(columns, raw)
                    : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// The first line of a file that may be CSV; a line feed between quotes does not end it.
    static String header(String beginning) {
        String written = beginning.strip();
        if (written.isEmpty() || "{[<".indexOf(written.charAt(0)) >= 0) {
            return "";
        }
        boolean quoted = false;
        for (int i = 0; i < beginning.length(); i++) {
            char c = beginning.charAt(i);
            quoted ^= c == '"';
            if (c == '\n' && !quoted) {
                return beginning.substring(0, i).stripTrailing();
            }
        }
        return beginning;
    }

    /// Fields stand in the record in their order, so each is looked for behind the one before.
    private static List<Field> fields(Columns columns, String raw) {
        List<Field> fields = new ArrayList<>();
        int behind = 0;
        for (String name : columns.names()) {
            String value = columns.text(name);
            int named = raw.indexOf('"' + name + '"', behind);
            int at = value.isEmpty() ? -1 : raw.indexOf(value, Math.max(named, behind));
            fields.add(new Field(name, value, at));
            behind = at < 0 ? Math.max(named, behind) : at + value.length();
        }
        return fields;
    }
}
