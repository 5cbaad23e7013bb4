package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// A JSON document that is one record, a list of records, or an object with a list `records`; or
/// several of these, one after the other. Values are cut out by their brackets and quotes and then
/// parsed one by one, so that a list of any length is read in the memory of its longest record.
final class JsonDocumentReader implements RecordReader {

    private enum Inside {
        NOTHING,
        LIST,
        RECORDS,
        ENVELOPE
    }

    private final ByteWindow window;
    private final long offset;
    private long line;
    private long number;
    private Inside inside = Inside.NOTHING;

    JsonDocumentReader(InputStream in) throws IOException {
        window = new ByteWindow(in);
        window.skipByteOrderMark();
        offset = 0;
        line = 1;
    }

    /// Reads what stands in one line of a larger file.
    JsonDocumentReader(byte[] bytes, Place place) {
        window = new ByteWindow(bytes);
        offset = place.offset();
        line = place.line();
        number = place.number() - 1;
    }

    @Override
    public @Nullable Reading next() throws IOException {
        while (true) {
            if (!skipBlank()) {
                return inside == Inside.NOTHING ? null : endsInside();
            }
            byte first = window.at(0);
            switch (inside) {
                case NOTHING -> {
                    if (first == '[') {
                        enter(Inside.LIST);
                    } else {
                        Reading root = first == '{' ? value(true) : notJson();
                        if (root != null) {
                            return root;
                        }
                    }
                }
                case LIST, RECORDS -> {
                    if (first != ']') {
                        return first == '}' || first == ':' ? notJson() : value(false);
                    }
                    enter(inside == Inside.LIST ? Inside.NOTHING : Inside.ENVELOPE);
                }
                case ENVELOPE -> skipEnvelope();
            }
        }
    }

    private void enter(Inside next) {
        consume(1);
        inside = next;
    }

    private @Nullable Reading value(boolean root) throws IOException {
        JsonScan scan = new JsonScan(root);
        int length = 0;
        while (true) {
            int stop = window.available();
            while (length < stop) {
                byte b = window.at(length);
                if (scan.endsBefore(b)) {
                    return record(length);
                }
                length++;
                if (scan.take(b)) {
                    return record(length);
                }
                if (scan.inRecords()) {
                    consume(length);
                    inside = Inside.RECORDS;
                    return null;
                }
            }
            if (window.full()) {
                return tooLong(scan);
            }
            if (!window.fill()) {
                return scan.isBare() ? record(length) : cut(length);
            }
        }
    }

    private Reading record(int length) {
        Place place = place(length);
        Reading reading = Json.read(window.bytes, window.start, length, place);
        consume(length);
        return reading;
    }

    private Rejected cut(int length) {
        Place place = place(length);
        consume(length);
        inside = Inside.NOTHING;
        return new Rejected(
                place,
                "the file ends inside this record: it is cut off, or a quote or bracket before is"
                        + " missing");
    }

    private Rejected endsInside() {
        inside = Inside.NOTHING;
        return new Rejected(
                place(0), "the file ends before the list of records does: it is cut off");
    }

    private Rejected tooLong(JsonScan scan) throws IOException {
        Place start = place(0);
        boolean ended = false;
        while (!ended && (window.available() > 0 || window.fill())) {
            byte b = window.at(0);
            ended = scan.endsBefore(b) || scan.take(b);
            consume(1);
        }
        long length = offset + window.offset() - start.offset();
        Place place = new Place(start.number(), start.line(), start.offset(), length);
        return new Rejected(place, Json.TOO_LONG);
    }

    private Rejected notJson() throws IOException {
        int length = inside == Inside.NOTHING ? restOfLine() : 1;
        Place place = place(length);
        consume(length);
        return new Rejected(place, "not JSON: neither an object nor a list begins here");
    }

    private int restOfLine() throws IOException {
        int length = window.lineLength(0);
        return length == ByteWindow.TOO_LONG ? window.available() : Math.max(1, length);
    }

    /// Passes over what stands behind `records` up to the end of the object.
    private void skipEnvelope() throws IOException {
        JsonScan scan = JsonScan.insideObject();
        while (window.available() > 0 || window.fill()) {
            byte b = window.at(0);
            consume(1);
            if (scan.take(b)) {
                inside = Inside.NOTHING;
                return;
            }
        }
    }

    private Place place(int length) {
        return new Place(++number, line, offset + window.offset(), length);
    }

    private boolean skipBlank() throws IOException {
        while (window.available() > 0 || window.fill()) {
            byte b = window.at(0);
            if (!Json.isBlank(b)
                    && (b != ',' || inside == Inside.NOTHING || inside == Inside.ENVELOPE)) {
                return true;
            }
            consume(1);
        }
        return false;
    }

    private void consume(int count) {
        for (int i = 0; i < count; i++) {
            if (window.at(i) == '\n') {
                line++;
            }
        }
        window.advance(count);
    }
}
