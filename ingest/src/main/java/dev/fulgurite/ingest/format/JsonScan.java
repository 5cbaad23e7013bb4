package dev.fulgurite.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Follows the brackets and quotes of one JSON value byte by byte, to find its end, or where it
/// breaks. In an object it also notices the list `records` or `value` or `Results`, or `events`
/// when it comes first.
final class JsonScan {

    /// What a byte means for the value.
    enum Step {
        GOES_ON,
        /// The value ends with this byte.
        ENDS,
        /// This byte cannot stand here: a line break in a string, a line that begins an object that
        /// nothing asks for.
        BREAKS,
        /// The byte opens the list of records of the outermost object.
        OPENS_RECORDS
    }

    private static final byte[] RECORDS = "records".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] EVENTS = "events".getBytes(StandardCharsets.US_ASCII);

    /// Answers of Azure's and Defender's interfaces.
    private static final byte[] VALUE = "value".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] RESULTS = "Results".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SMALL_RESULTS = "results".getBytes(StandardCharsets.US_ASCII);

    private final boolean wantsRecords;
    private int depth;

    /// For each of the first 64 depths whether it is a list.
    private long lists;

    private boolean begun;
    private boolean inString;
    private boolean escaped;
    private boolean bare;

    /// The last byte that is neither blank nor within a string.
    private byte last;

    /// The last string, as long as it is no longer than `records`.
    private final byte[] name = new byte[RECORDS.length + 1];

    private int nameLength;
    private boolean afterRecords;

    /// Whether the outermost object has a member before the one at hand.
    private boolean later;

    /// Whether only blanks stand before this byte on its line, which the value did not begin on.
    private boolean firstOnLine;

    JsonScan(boolean wantsRecords) {
        this.wantsRecords = wantsRecords;
    }

    /// A scan that begins behind the opening brace of an object.
    static JsonScan insideObject() {
        JsonScan scan = new JsonScan(false);
        scan.take((byte) '{');
        return scan;
    }

    Step take(byte b) {
        if (inString) {
            return takeInString(b);
        }
        if (Json.isBlank(b)) {
            firstOnLine |= b == '\n';
            return Step.GOES_ON;
        }
        Step step = Step.GOES_ON;
        switch (b) {
            case '"' -> {
                inString = true;
                nameLength = 0;
            }
            case '{', '[' -> step = open(b);
            case '}', ']' -> step = --depth <= 0 ? Step.ENDS : Step.GOES_ON;
            case ':' -> afterRecords = depth == 1 && isRecords();
            case ',' -> later |= depth == 1;
            default -> bare |= !begun;
        }
        begun = true;
        firstOnLine = false;
        last = b;
        return step;
    }

    private Step open(byte bracket) {
        boolean inList = depth > 0 && depth < Long.SIZE && (lists & 1L << depth) != 0;
        boolean asked = inList ? last == '[' || last == ',' : last == ':';
        if (bracket == '{' && firstOnLine && depth < Long.SIZE && !asked) {
            return Step.BREAKS;
        }
        boolean records =
                wantsRecords && depth == 1 && afterRecords && bracket == '[' && last == ':';
        depth++;
        if (depth < Long.SIZE) {
            lists = bracket == '[' ? lists | 1L << depth : lists & ~(1L << depth);
        }
        return records ? Step.OPENS_RECORDS : Step.GOES_ON;
    }

    private Step takeInString(byte b) {
        if (b == '\n') {
            return Step.BREAKS;
        }
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            return depth == 0 ? Step.ENDS : Step.GOES_ON;
        }
        if (nameLength < name.length) {
            name[nameLength++] = b;
        }
        return Step.GOES_ON;
    }

    private boolean isRecords() {
        return isName(RECORDS)
                || isName(VALUE)
                || isName(RESULTS)
                || isName(SMALL_RESULTS)
                || (!later && isName(EVENTS));
    }

    private boolean isName(byte[] wanted) {
        return Arrays.equals(name, 0, nameLength, wanted, 0, wanted.length);
    }

    /// Whether a number or word ends before this byte.
    boolean endsBefore(byte b) {
        return bare && (b == ',' || b == ']' || b == '}' || Json.isBlank(b));
    }

    /// Whether the value is a number or word, which nothing closes.
    boolean isBare() {
        return bare;
    }
}
