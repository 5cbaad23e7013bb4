package dev.fulgurite.ingest.format;

import dev.fulgurite.ingest.format.JsonScan.Step;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.node.ObjectNode;

/// A JSON object a line. A line that is broken costs that line only. A line may also hold several
/// objects, or `{"records": […]}`: then each of these is a record.
final class JsonLinesReader implements RecordReader {

    private final ByteWindow window;
    private long line;
    private long number;
    private @Nullable JsonDocumentReader inLine;

    JsonLinesReader(InputStream in) throws IOException {
        window = new ByteWindow(in);
        window.skipByteOrderMark();
    }

    @Override
    public @Nullable Reading next() throws IOException {
        while (true) {
            Reading inThisLine = inLine == null ? null : inLine.next();
            if (inThisLine != null) {
                number++;
                return inThisLine;
            }
            inLine = null;
            int length = window.lineLength(0);
            if (length == 0 && window.available() == 0) {
                return null;
            }
            line++;
            Reading reading = length == ByteWindow.TOO_LONG ? tooLong() : read(length);
            if (reading != null) {
                return reading;
            }
        }
    }

    private Rejected tooLong() throws IOException {
        long offset = window.offset();
        long length = window.dropLine();
        return new Rejected(new Place(++number, line, offset, length), Json.TOO_LONG);
    }

    /// Null for a blank line, and for one that [#inLine] takes over.
    private @Nullable Reading read(int length) {
        int from = 0;
        int to = length;
        while (from < to && Json.isBlank(window.at(from))) {
            from++;
        }
        while (from < to && Json.isBlank(window.at(to - 1))) {
            to--;
        }
        Reading reading = from == to ? null : read(from, to);
        window.advance(Math.min(length + 1, window.available()));
        return reading;
    }

    private @Nullable Reading read(int from, int to) {
        Place place = new Place(number + 1, line, window.offset() + from, to - from);
        int at = window.start + from;
        if (!Utf8.valid(window.bytes, at, to - from)) {
            number++;
            return new Rejected(place, Json.NOT_UTF_8);
        }
        try {
            JsonNode value = Json.parse(window.bytes, at, to - from);
            if (value instanceof ObjectNode object && !Json.isEnvelope(object)) {
                number++;
                return new LogRecord(place, new JsonColumns(object));
            }
        } catch (MismatchedInputException several) {
            // More than one value: the reader below takes them one by one.
        } catch (JacksonException broken) {
            if (!opensRecords(from, to)) {
                number++;
                return new Rejected(place, Json.reason(broken));
            }
            // Of several records the broken one is rejected, the others are good.
        }
        inLine = new JsonDocumentReader(window.copy(from, to), place);
        return null;
    }

    private boolean opensRecords(int from, int to) {
        JsonScan scan = new JsonScan(true);
        Step step = Step.GOES_ON;
        for (int at = from; at < to && step == Step.GOES_ON; at++) {
            step = scan.take(window.at(at));
        }
        return step == Step.OPENS_RECORDS;
    }
}
