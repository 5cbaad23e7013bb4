package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file under the names of its first row. A row with broken quotes is rejected, and
/// reading goes on at the next line that is a full row by itself, so that a lost quote does not
/// swallow the rest of the file.
final class CsvReader implements RecordReader {

    private final ByteWindow window;
    private final CsvScan scan;
    private final CsvHeader header;
    private long line = 1;
    private long number;

    CsvReader(InputStream in) throws IOException {
        window = new ByteWindow(in);
        scan = new CsvScan(window);
        window.skipByteOrderMark();
        skipBlankLines();
        header = new CsvHeader(scan.row() ? scan.texts() : java.util.List.of());
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
        if (sound && scan.lineBreaks() == 0) {
            return wrongWidth();
        }
        return resume(sound ? width() : scan.broken());
    }

    private Reading row() {
        int length = scan.length();
        Place place = new Place(++number, line, window.offset(), length);
        Reading reading =
                Utf8.valid(window.bytes, window.start, length)
                        ? new LogRecord(
                                place, new CsvRow(header, window.copy(0, length), scan.cells()))
                        : new Rejected(place, Json.NOT_UTF_8);
        pass();
        return reading;
    }

    private Rejected wrongWidth() {
        Place place = new Place(number, line, window.offset(), scan.length());
        String reason = width();
        pass();
        return new Rejected(place, reason);
    }

    private String width() {
        return "a row of " + scan.count() + " cells under a header of " + header.width();
    }

    /// Rejects from here up to the next line that is a full row.
    private Rejected resume(String reason) throws IOException {
        long offset = window.offset();
        long firstLine = line;
        do {
            window.dropLine();
            line++;
        } while ((window.available() > 0 || window.fill())
                && !(scan.row() && scan.count() == header.width()));
        long length = window.offset() - offset;
        String to = line > firstLine + 1 ? " (lines " + firstLine + " to " + (line - 1) + ")" : "";
        return new Rejected(new Place(number, firstLine, offset, length), reason + to);
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
