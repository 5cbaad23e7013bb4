package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file under the names of its first row, whose delimiter is that of all. A row with
/// broken quotes is rejected, and reading goes on at the next line that is a full row by itself, so
/// that a lost quote does not swallow the rest of the file.
final class CsvReader implements RecordReader {

    private final ByteWindow window;
    private final CsvScan scan;
    private final CsvHeader header;
    private long line = 1;
    private long number;

    CsvReader(InputStream in) throws IOException {
        window = new ByteWindow(in);
        window.skipByteOrderMark();
        skipBlankLines();
        if (window.available() > 0 && CsvHeader.isPreceded(window)) {
            window.dropLine();
            line++;
        }
        scan = CsvScan.underHeader(window);
        header = new CsvHeader(scan.row() ? scan.texts() : List.of());
        pass();
    }

    @Override
    public @Nullable Reading next() throws IOException {
        if (!skipBlankLines()) {
            return null;
        }
        boolean sound = scan.row();
        if (sound && scan.count() == header.width()) {
            return row();
        }
        number++;
        return sound && scan.lineBreaks() == 0
                ? wrongWidth()
                : resume(sound ? width() : scan.broken());
    }

    private Reading row() {
        int length = scan.length();
        Place place = new Place(++number, line, window.offset(), length);
        Reading reading =
                !header.inOtherZone().isEmpty()
                        ? new Rejected(place, inOtherZone())
                        : Utf8.valid(window.bytes, window.start, length)
                                ? new LogRecord(
                                        place,
                                        new CsvRow(header, window.copy(0, length), scan.cells()))
                                : new Rejected(place, Json.NOT_UTF_8);
        pass();
        return reading;
    }

    private String inOtherZone() {
        return "the times of '"
                + header.inOtherZone()
                + "' are in a zone that cannot be told; set the portal to show UTC and export"
                + " again";
    }

    /// Rejects one line, with those below it when their quotes show that a row of several lines
    /// lost its first quote.
    private Rejected wrongWidth() throws IOException {
        Place place = new Place(number, line, window.offset(), scan.length());
        String reason = width();
        pass();
        boolean more = window.available() > 0 || window.fill();
        return !more || scan.row() ? new Rejected(place, reason) : resume(reason, place);
    }

    private String width() {
        return "a row of " + scan.count() + " cells under a header of " + header.width();
    }

    /// Rejects from here up to the next line that is a full row.
    private Rejected resume(String reason) throws IOException {
        return resume(reason, new Place(number, line, window.offset(), 0));
    }

    private Rejected resume(String reason, Place start) throws IOException {
        do {
            window.dropLine();
            line++;
        } while ((window.available() > 0 || window.fill())
                && !(scan.row() && scan.count() == header.width()));
        long length = window.offset() - start.offset();
        long last = line - 1;
        String lines = last > start.line() ? " (lines " + start.line() + " to " + last + ")" : "";
        return new Rejected(
                new Place(number, start.line(), start.offset(), length), reason + lines);
    }

    /// Goes behind the row just scanned.
    private void pass() {
        line += scan.lineBreaks() + 1L;
        window.advance(scan.next());
    }

    private boolean skipBlankLines() throws IOException {
        while (window.available() > 0 || window.fill()) {
            byte b = window.at(0);
            if (b != '\n' && b != '\r') {
                return true;
            }
            if (b == '\n') {
                line++;
            }
            window.advance(1);
        }
        return false;
    }
}
