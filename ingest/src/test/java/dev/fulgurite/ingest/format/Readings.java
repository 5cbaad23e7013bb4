package dev.fulgurite.ingest.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What a reader makes of some bytes.
public record Readings(byte[] bytes, LogFormat format, List<Reading> all, List<String> remarks) {

    public static Readings of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Readings of(byte[] bytes) {
        return read(bytes, LogFormat.recognise(bytes).format());
    }

    /// With records from space that no record takes any more.
    static Readings recovering(byte[] bytes) {
        return read(bytes, LogFormat.EVTX_AND_SLACK);
    }

    private static Readings read(byte[] bytes, LogFormat format) {
        try {
            RecordReader reader = format.open(new ByteArrayInputStream(bytes));
            List<Reading> all = new ArrayList<>();
            for (Reading next = reader.next(); next != null; next = reader.next()) {
                all.add(next);
            }
            return new Readings(bytes, format, all, reader.remarks());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public List<LogRecord> records() {
        return all.stream().filter(LogRecord.class::isInstance).map(LogRecord.class::cast).toList();
    }

    List<Rejected> rejected() {
        return all.stream().filter(Rejected.class::isInstance).map(Rejected.class::cast).toList();
    }

    /// A column of every record.
    List<String> column(String name) {
        return records().stream().map(record -> record.columns().text(name)).toList();
    }

    /// The text that stands at a place.
    String at(Place place) {
        return new String(
                bytes, (int) place.offset(), (int) place.length(), StandardCharsets.UTF_8);
    }
}
