package dev.fulgurite.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/// What readers promise of any bytes whatever: records and rejects, in order, each within the file,
/// and never an error.
final class ReaderPromises {

    private static final int MOST_EVENT_BYTES = 60_000;

    private ReaderPromises() {}

    static void csv(byte[] file) {
        hold(LogFormat.CSV, file);
    }

    static void jsonLines(byte[] file) {
        hold(LogFormat.JSONL, file);
    }

    static void jsonDocument(byte[] file) {
        hold(LogFormat.JSON, file);
    }

    static void recognised(byte[] file) {
        hold(LogFormat.recognise(file).format(), file);
    }

    /// Of the binary XML of an event, in a chunk that is sound around it.
    static void event(byte[] binaryXml) {
        byte[] fits = Arrays.copyOf(binaryXml, Math.min(binaryXml.length, MOST_EVENT_BYTES));
        EvtxChunkWriter chunk = new EvtxChunkWriter();
        hold(LogFormat.EVTX, chunk.record(1, () -> chunk.bytes(fits)).bytes());
    }

    private static void hold(LogFormat format, byte[] file) {
        try {
            RecordReader reader = format.open(new ByteArrayInputStream(file));
            long number = 0;
            long end = 0;
            for (Reading next = reader.next(); next != null; next = reader.next()) {
                Place place = next.place();
                assertThat(place.number()).isEqualTo(++number);
                assertThat(place.offset()).isGreaterThanOrEqualTo(end);
                end = place.offset() + place.length();
                assertThat(end).isLessThanOrEqualTo(file.length);
                if (next instanceof LogRecord record) {
                    look(record.columns());
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void look(Columns columns) {
        for (String name : columns.names()) {
            assertThat(columns.has(name)).isTrue();
            assertThat(columns.text(name)).isNotNull();
            assertThat(columns.object(name).names()).isNotNull();
            assertThat(columns.texts(name)).isNotNull();
            assertThat(columns.objects(name)).isNotNull();
        }
    }
}
