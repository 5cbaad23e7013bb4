package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/// Reads text in UTF-16 by a reader of UTF-8; the places are those in the original bytes.
final class Utf16Reader implements RecordReader {

    private final Utf16Stream decoded;
    private final RecordReader records;

    private Utf16Reader(Utf16Stream decoded, RecordReader records) {
        this.decoded = decoded;
        this.records = records;
    }

    /// Opens a reader of text.
    interface Opener {
        RecordReader open(InputStream utf8) throws IOException;
    }

    /// The records of text in UTF-8, or of text that its byte-order mark says is UTF-16.
    static RecordReader open(InputStream text, Opener opener) throws IOException {
        byte[] mark = text.readNBytes(2);
        if (Utf16Stream.isMarked(mark)) {
            Utf16Stream decoded = new Utf16Stream(text, mark[0] == (byte) 0xFE);
            return new Utf16Reader(decoded, opener.open(decoded));
        }
        PushbackInputStream whole = new PushbackInputStream(text, 2);
        whole.unread(mark);
        return opener.open(whole);
    }

    @Override
    public @Nullable Reading next() throws IOException {
        Reading reading = records.next();
        if (reading == null) {
            return null;
        }
        Place decodedPlace = reading.place();
        long end = decoded.original(decodedPlace.offset() + decodedPlace.length());
        long offset = decoded.original(decodedPlace.offset());
        decoded.pass(decodedPlace.offset());
        Place place = new Place(decodedPlace.number(), decodedPlace.line(), offset, end - offset);
        return switch (reading) {
            case LogRecord record -> new LogRecord(place, record.columns());
            case Rejected rejected -> new Rejected(place, rejected.reason());
        };
    }
}
