package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.io.InputStream;

/// Text in UTF-16 as UTF-8, without its byte-order mark, that still knows where each byte came
/// from. Halves of characters without the other become bytes that are no UTF-8, so that what holds
/// them is rejected as other bytes that are no characters are.
final class Utf16Stream extends InputStream {

    private static final int BLOCK = 1 << 14;
    private static final int LONGEST_CHARACTER = 4;
    private static final byte NO_CHARACTER = (byte) 0xFF;

    private final InputStream in;
    private final boolean bigEndian;
    private final byte[] block = new byte[BLOCK];
    private final byte[] decoded = new byte[BLOCK / 2 * 3 + LONGEST_CHARACTER];
    private int from;
    private int to;

    /// The first half of a character that the block before ended with, or 0.
    private char high;

    private long taken;
    private long given;

    /// Runs of characters that are of one length: where the run begins in UTF-8 and in the
    /// original, and that length in UTF-8.
    private long[] runs = new long[3 * 64];

    private int firstRun;
    private int runCount;

    /// @param in behind the byte-order mark
    Utf16Stream(InputStream in, boolean bigEndian) {
        this.in = in;
        this.bigEndian = bigEndian;
        taken = 2;
    }

    /// Whether bytes that begin so are UTF-16.
    static boolean isMarked(byte[] head) {
        return head.length >= 2
                && ((head[0] == (byte) 0xFF && head[1] == (byte) 0xFE)
                        || (head[0] == (byte) 0xFE && head[1] == (byte) 0xFF));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int at, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (from == to) {
            if (!decodeBlock()) {
                return -1;
            }
        }
        int count = Math.min(length, to - from);
        System.arraycopy(decoded, from, bytes, at, count);
        from += count;
        return count;
    }

    /// Where in the original the character stands whose first byte is at `offset` in UTF-8. Offsets
    /// must not go back behind one that was [passed][#pass].
    long original(long offset) {
        int low = firstRun;
        int up = runCount - 1;
        while (low < up) {
            int middle = (low + up + 1) >>> 1;
            if (runs[3 * middle] <= offset) {
                low = middle;
            } else {
                up = middle - 1;
            }
        }
        if (runCount == 0) {
            return taken;
        }
        long length = runs[3 * low + 2];
        long inOriginal = length == LONGEST_CHARACTER ? 4 : 2;
        return Math.min(taken, runs[3 * low + 1] + (offset - runs[3 * low]) / length * inOriginal);
    }

    /// Forgets what only offsets before this one need.
    void pass(long offset) {
        while (firstRun + 1 < runCount && runs[3 * (firstRun + 1)] <= offset) {
            firstRun++;
        }
    }

    private boolean decodeBlock() throws IOException {
        int length = in.readNBytes(block, 0, BLOCK);
        from = 0;
        to = 0;
        for (int i = 0; i + 1 < length; i += 2) {
            int first = block[i] & 0xFF;
            int second = block[i + 1] & 0xFF;
            take((char) (bigEndian ? first << 8 | second : second << 8 | first));
        }
        if (length < BLOCK && high != 0) {
            put(high, 3, 2);
            high = 0;
        }
        if (length % 2 != 0) {
            run(1, 1);
            decoded[to++] = NO_CHARACTER;
        }
        return length > 0;
    }

    private void take(char c) {
        if (high != 0 && Character.isLowSurrogate(c)) {
            put(Character.toCodePoint(high, c), LONGEST_CHARACTER, 4);
            high = 0;
            return;
        }
        if (high != 0) {
            put(high, 3, 2);
            high = 0;
        }
        if (Character.isHighSurrogate(c)) {
            high = c;
        } else {
            put(c, c < 0x80 ? 1 : c < 0x800 ? 2 : 3, 2);
        }
    }

    private void put(int codePoint, int length, int inOriginal) {
        run(length, inOriginal);
        if (length == 1) {
            decoded[to++] = (byte) codePoint;
            return;
        }
        int lead = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0;
        decoded[to++] = (byte) (lead | codePoint >> (6 * (length - 1)));
        for (int rest = length - 2; rest >= 0; rest--) {
            decoded[to++] = (byte) (0x80 | (codePoint >> (6 * rest) & 0x3F));
        }
    }

    private void run(int length, int inOriginal) {
        if (runCount == 0 || runs[3 * runCount - 1] != length) {
            if (3 * runCount == runs.length) {
                makeRoom();
            }
            runs[3 * runCount] = given;
            runs[3 * runCount + 1] = taken;
            runs[3 * runCount + 2] = length;
            runCount++;
        }
        given += length;
        taken += inOriginal;
    }

    private void makeRoom() {
        long[] larger = firstRun > runCount / 2 ? runs : new long[2 * runs.length];
        System.arraycopy(runs, 3 * firstRun, larger, 0, 3 * (runCount - firstRun));
        runs = larger;
        runCount -= firstRun;
        firstRun = 0;
    }
}
