package dev.fulgurite.ingest.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.fulgurite.ingest.format.JsonScan.Step;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A JSON document that is one record, a list of records, or an object with a list `records`; a
/// list of such objects; or several of these, one after the other, each perhaps below a line that
/// numbers it, as evtx_dump writes them. Values are cut out by their brackets and quotes and then
/// parsed one by one, so that a list of any length is read in the memory of its longest record.
///
/// A record that is cut in half breaks where its line does or where the next one begins; reading
/// goes on at the next line that begins an object as far to the left as the broken one.
final class JsonDocumentReader implements RecordReader {

    private static final int ELSEWHERE = Integer.MAX_VALUE;
    private static final int LONGEST_NUMBER = 32;
    private static final Pattern NUMBER = Pattern.compile("Record \\d+");

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

    /// Whether the object with records, when one is at hand, is one of a list.
    private boolean listed;

    /// Blanks before the byte at hand, when nothing else stands before it on its line.
    private int indent;

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
            Reading found =
                    switch (inside) {
                        case NOTHING -> atRoot(first);
                        case LIST, RECORDS -> inList(first);
                        case ENVELOPE -> skipEnvelope();
                    };
            if (found != null) {
                return found;
            }
        }
    }

    private @Nullable Reading atRoot(byte first) throws IOException {
        if (first == '[') {
            consume(1);
            inside = Inside.LIST;
            listed = true;
            return null;
        }
        if (first == '{') {
            listed = false;
            return value(true);
        }
        int length = restOfLine();
        if (length <= LONGEST_NUMBER && isNumber(new String(window.copy(0, length), UTF_8))) {
            consume(length);
            return null;
        }
        return notJson(length);
    }

    /// Whether a line is what evtx_dump writes above a record.
    static boolean isNumber(String line) {
        return NUMBER.matcher(line.strip()).matches();
    }

    private @Nullable Reading inList(byte first) throws IOException {
        if (first == ']') {
            consume(1);
            inside = inside == Inside.LIST ? Inside.NOTHING : Inside.ENVELOPE;
            return null;
        }
        return first == '}' || first == ':' ? notJson(1) : value(inside == Inside.LIST);
    }

    /// Null when the value turned out to be an object with `records`, which are then read.
    private @Nullable Reading value(boolean wrapping) throws IOException {
        JsonScan scan = new JsonScan(wrapping);
        int length = 0;
        while (true) {
            for (int stop = window.available(); length < stop; length++) {
                byte b = window.at(length);
                if (scan.endsBefore(b)) {
                    return record(length);
                }
                switch (scan.take(b)) {
                    case GOES_ON -> {}
                    case ENDS -> {
                        return record(length + 1);
                    }
                    case BREAKS -> {
                        return broken(length);
                    }
                    case OPENS_RECORDS -> {
                        consume(length + 1);
                        inside = Inside.RECORDS;
                        return null;
                    }
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
                "the file ends inside this record: it is cut off, or a bracket before is missing");
    }

    /// Rejects from the record at hand, which breaks at a byte, up to the line where another
    /// begins.
    private Rejected broken(int at) throws IOException {
        Place start = place(0);
        int furthest = indent;
        consume(at);
        boolean begins = nextBegins(furthest);
        while (!begins && (window.available() > 0 || window.fill())) {
            dropLine();
            begins = nextBegins(furthest);
        }
        long length = offset + window.offset() - start.offset();
        return new Rejected(
                new Place(start.number(), start.line(), start.offset(), length),
                "not JSON: the record breaks off before it ends");
    }

    /// Whether the line at hand begins a record, or ends the list, no further to the right.
    private boolean nextBegins(int furthest) throws IOException {
        int length = window.lineLength(0);
        int blanks = 0;
        while (blanks < length && Json.isBlank(window.at(blanks))) {
            blanks++;
        }
        byte first = blanks < length ? window.at(blanks) : 0;
        return (first == '{' || first == ']') && indent + blanks <= furthest;
    }

    private void dropLine() throws IOException {
        int length = window.lineLength(0);
        consume(
                length == ByteWindow.TOO_LONG
                        ? window.available()
                        : Math.min(length + 1, window.available()));
        indent = 0;
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
            ended = scan.endsBefore(b) || scan.take(b) != Step.GOES_ON;
            consume(1);
        }
        long length = offset + window.offset() - start.offset();
        Place place = new Place(start.number(), start.line(), start.offset(), length);
        return new Rejected(place, Json.TOO_LONG);
    }

    private Rejected notJson(int length) {
        Place place = place(length);
        consume(length);
        return new Rejected(place, "not JSON: neither an object nor a list begins here");
    }

    private int restOfLine() throws IOException {
        int length = window.lineLength(0);
        return length == ByteWindow.TOO_LONG ? window.available() : Math.max(1, length);
    }

    /// Passes over what stands behind `records` up to the end of the object.
    private @Nullable Reading skipEnvelope() throws IOException {
        JsonScan scan = JsonScan.insideObject();
        while (window.available() > 0 || window.fill()) {
            byte b = window.at(0);
            consume(1);
            if (scan.take(b) == Step.ENDS) {
                inside = listed ? Inside.LIST : Inside.NOTHING;
                return null;
            }
        }
        return null;
    }

    private Place place(int length) {
        return new Place(++number, line, offset + window.offset(), length);
    }

    private boolean skipBlank() throws IOException {
        while (window.available() > 0 || window.fill()) {
            byte b = window.at(0);
            boolean comma = b == ',' && (inside == Inside.LIST || inside == Inside.RECORDS);
            if (!Json.isBlank(b) && !comma) {
                return true;
            }
            consume(1);
        }
        return false;
    }

    /// Goes on by some bytes, keeping count of lines and of blanks at the start of the last.
    private void consume(int count) {
        for (int i = 0; i < count; i++) {
            byte b = window.at(i);
            if (b == '\n') {
                line++;
                indent = 0;
            } else if (!Json.isBlank(b)) {
                indent = ELSEWHERE;
            } else if (indent != ELSEWHERE) {
                indent++;
            }
        }
        window.advance(count);
    }
}
