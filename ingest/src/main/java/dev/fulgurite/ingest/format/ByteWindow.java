package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A file's bytes passing by: the record at hand, however long up to a bound, lies in one array
/// from `start` on. [#fill()] may move it within the array, so that positions are best kept
/// relative to `start`.
final class ByteWindow {

    /// No record is longer than this; one that is gets rejected.
    static final int MAX_RECORD = 64 << 20;

    static final int TOO_LONG = -1;

    private static final int FIRST_SIZE = 1 << 18;

    private final InputStream in;

    /// The array; replaced when a record outgrows it.
    byte[] bytes;

    /// The first byte of the record at hand.
    int start;

    /// Behind the last byte read.
    int end;

    /// Where the array's first byte stands in the file.
    private long base;

    private boolean ended;

    ByteWindow(InputStream in) {
        this.in = in;
        bytes = new byte[FIRST_SIZE];
    }

    /// A window on bytes that are all at hand.
    ByteWindow(byte[] all) {
        in = InputStream.nullInputStream();
        bytes = all;
        end = all.length;
        ended = true;
    }

    /// Bytes at hand from the start of the record.
    int available() {
        return end - start;
    }

    byte at(int relative) {
        return bytes[start + relative];
    }

    /// Where the record at hand starts in the file.
    long offset() {
        return base + start;
    }

    boolean full() {
        return available() >= MAX_RECORD;
    }

    /// Drops the first bytes: the next record begins behind them.
    void advance(int count) {
        start += count;
    }

    /// Reads more bytes behind those at hand; false at the end of the file.
    boolean fill() throws IOException {
        if (ended) {
            return false;
        }
        if (end == bytes.length) {
            makeRoom();
        }
        int read = in.readNBytes(bytes, end, bytes.length - end);
        end += read;
        ended = read == 0;
        return !ended;
    }

    private void makeRoom() {
        if (start > bytes.length / 2) {
            System.arraycopy(bytes, start, bytes, 0, available());
        } else {
            byte[] larger = bytes.length > MAX_RECORD ? bytes : new byte[bytes.length * 2];
            System.arraycopy(bytes, start, larger, 0, available());
            bytes = larger;
        }
        base += start;
        end -= start;
        start = 0;
    }

    /// Passes over a byte-order mark at the start of the file.
    void skipByteOrderMark() throws IOException {
        if (fill()
                && available() >= 3
                && at(0) == (byte) 0xEF
                && at(1) == (byte) 0xBB
                && at(2) == (byte) 0xBF) {
            advance(3);
        }
    }

    /// The length of the line that begins `from` behind the start, without its line feed: up to the
    /// end of the file, or [#TOO_LONG].
    int lineLength(int from) throws IOException {
        int at = from;
        while (true) {
            int stop = available();
            for (int i = start + at; at < stop; at++, i++) {
                if (bytes[i] == '\n') {
                    return at - from;
                }
            }
            if (full()) {
                return TOO_LONG;
            }
            if (!fill()) {
                return at - from;
            }
        }
    }

    /// Drops bytes up to and with the next line feed, however many; how many they were.
    long dropLine() throws IOException {
        long dropped = 0;
        while (true) {
            int length = lineLength(0);
            int drop = length == TOO_LONG ? available() : Math.min(length + 1, available());
            advance(drop);
            dropped += drop;
            if (length != TOO_LONG) {
                return dropped;
            }
        }
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, start + from, start + to);
    }
}
