package dev.fulgurite.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Follows the brackets and quotes of one JSON value byte by byte, to find its end. In an object it
/// also notices the list `records`.
final class JsonScan {

    private static final byte[] RECORDS = "records".getBytes(StandardCharsets.US_ASCII);

    private final boolean wantsRecords;
    private int depth;
    private boolean begun;
    private boolean inString;
    private boolean escaped;
    private boolean bare;

    /// The last string at depth 1, as long as it is no longer than `records`.
    private final byte[] name = new byte[RECORDS.length + 1];

    private int nameLength;
    private boolean isRecords;
    private boolean inRecords;

    JsonScan(boolean wantsRecords) {
        this.wantsRecords = wantsRecords;
    }

    /// A scan that begins behind the opening brace of an object.
    static JsonScan insideObject() {
        JsonScan scan = new JsonScan(false);
        scan.begun = true;
        scan.depth = 1;
        return scan;
    }

    /// Takes the next byte; true when the value ends with it.
    boolean take(byte b) {
        if (inString) {
            return takeInString(b);
        }
        switch (b) {
            case '"' -> {
                inString = true;
                nameLength = 0;
            }
            case '{', '[' -> {
                inRecords = wantsRecords && depth == 1 && b == '[' && isRecords;
                isRecords = false;
                depth++;
            }
            case '}', ']' -> {
                depth--;
                return depth <= 0;
            }
            case ':' ->
                    isRecords =
                            nameLength == RECORDS.length
                                    && Arrays.equals(name, 0, nameLength, RECORDS, 0, nameLength);
            case ',' -> isRecords = false;
            default -> bare |= !begun;
        }
        begun = true;
        return false;
    }

    private boolean takeInString(byte b) {
        if (escaped) {
            escaped = false;
        } else if (b == '\\') {
            escaped = true;
        } else if (b == '"') {
            inString = false;
            return depth == 0;
        }
        if (inString && nameLength < name.length) {
            name[nameLength++] = b;
        }
        return false;
    }

    /// Whether a number or word ends before this byte.
    boolean endsBefore(byte b) {
        return bare && (b == ',' || b == ']' || b == '}' || Json.isBlank(b));
    }

    /// Whether the value is a number or word, which nothing closes.
    boolean isBare() {
        return bare;
    }

    /// Whether the last byte taken opened the list `records` of the outermost object.
    boolean inRecords() {
        return inRecords;
    }
}
