package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the cells of one CSV row: a cell in quotes may hold delimiters, line breaks and doubled
/// quotes, any other cell holds no quote at all.
final class CsvScan {

    /// Spreadsheets of many countries write a semicolon, text exports a tab.
    private static final String DELIMITERS = ",;\t";

    private final ByteWindow window;
    private final byte delimiter;

    private int[] cells = new int[128];
    private int count;
    private int at;
    private int length;
    private int lineBreaks;
    private @Nullable String broken;

    private CsvScan(ByteWindow window, byte delimiter) {
        this.window = window;
        this.delimiter = delimiter;
    }

    /// A scan of rows like the header that begins the window's record: they are parted by what
    /// parts most of its names.
    static CsvScan underHeader(ByteWindow window) throws IOException {
        int length = window.lineLength(0);
        int[] seen = new int[DELIMITERS.length()];
        boolean quoted = false;
        for (int i = 0; i < length; i++) {
            byte b = window.at(i);
            int which = DELIMITERS.indexOf(b);
            quoted ^= b == '"';
            if (which >= 0 && !quoted) {
                seen[which]++;
            }
        }
        int most = 0;
        for (int i = 1; i < seen.length; i++) {
            most = seen[i] > seen[most] ? i : most;
        }
        return new CsvScan(window, (byte) DELIMITERS.charAt(most));
    }

    /// Scans the row that begins the window's record; false when its quotes are broken.
    boolean row() throws IOException {
        count = 0;
        at = 0;
        lineBreaks = 0;
        broken = null;
        boolean more = true;
        while (more && broken == null) {
            more = peek() == '"' ? quoted() : plain();
        }
        return broken == null;
    }

    /// Cells of the row.
    int count() {
        return count;
    }

    /// Bytes of the row without its line break.
    int length() {
        return length;
    }

    /// Bytes of the row with its line break: where the next row begins.
    int next() {
        return at;
    }

    /// Line breaks within the row.
    int lineBreaks() {
        return lineBreaks;
    }

    /// What is wrong with the row's quotes.
    String broken() {
        return broken == null ? "" : broken;
    }

    int[] cells() {
        return Arrays.copyOf(cells, 2 * count);
    }

    List<String> texts() {
        byte[] row = window.copy(0, length);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(CsvRow.cell(row, cells[2 * i], cells[2 * i + 1]));
        }
        return texts;
    }

    private boolean plain() throws IOException {
        int from = at;
        while (true) {
            int stop = window.available();
            byte[] bytes = window.bytes;
            int shift = window.start;
            while (at < stop) {
                byte b = bytes[shift + at];
                if (b == delimiter) {
                    cell(from, at);
                    at++;
                    return true;
                }
                if (b == '\n') {
                    int to = at > from && bytes[shift + at - 1] == '\r' ? at - 1 : at;
                    return endOfRow(from, to, to, at + 1);
                }
                if (b == '"') {
                    return broken("a quote inside a cell that does not begin with one");
                }
                at++;
            }
            if (!fill()) {
                return broken == null && endOfRow(from, at, at, at);
            }
        }
    }

    private boolean quoted() throws IOException {
        at++;
        int from = at;
        boolean doubled = false;
        while (true) {
            int b = peek();
            if (b < 0) {
                return broken == null ? broken("a quote is opened and never closed") : false;
            }
            at++;
            if (b == '\n') {
                lineBreaks++;
            } else if (b == '"') {
                if (peek() != '"') {
                    break;
                }
                at++;
                doubled = true;
            }
        }
        int to = doubled ? -(at - 1) - 1 : at - 1;
        return afterQuote(from, to);
    }

    private boolean afterQuote(int from, int to) throws IOException {
        int end = at;
        int b = peek();
        if (b == delimiter) {
            cell(from, to);
            at++;
            return true;
        }
        if (b == '\r') {
            at++;
            b = peek();
        }
        if (b == '\n' || b < 0) {
            return endOfRow(from, to, end, b < 0 ? at : at + 1);
        }
        return broken("text behind a closing quote");
    }

    private boolean endOfRow(int from, int to, int rowEnd, int next) {
        cell(from, to);
        length = rowEnd;
        at = next;
        return false;
    }

    private boolean broken(String reason) {
        broken = reason;
        return false;
    }

    private void cell(int from, int to) {
        if (2 * count == cells.length) {
            cells = Arrays.copyOf(cells, 2 * cells.length);
        }
        cells[2 * count] = from;
        cells[2 * count + 1] = to;
        count++;
    }

    /// The next byte, or -1 at the end of the file and of what a record may have.
    private int peek() throws IOException {
        return at < window.available() || fill() ? window.at(at) & 0xFF : -1;
    }

    private boolean fill() throws IOException {
        if (window.full()) {
            broken = Json.TOO_LONG;
            return false;
        }
        return window.fill();
    }
}
