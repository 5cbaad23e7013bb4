package dev.fulgurite.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// How much an archive may unpack to. Logs shrink to a twentieth, seldom to a hundredth; an archive
/// that holds far more than that is made to fill memory or disk.
final class UnpackBudget {

    /// Unpacked bytes for one packed byte.
    static final long RATIO = 200;

    /// Always allowed, whatever the ratio.
    static final long FREE_BYTES = 64L << 20;

    private final long limit;
    private long used;

    private UnpackBudget(long limit) {
        this.limit = limit;
    }

    static UnpackBudget of(long packedBytes) {
        return new UnpackBudget(Math.max(FREE_BYTES, packedBytes * RATIO));
    }

    boolean spent() {
        return used > limit;
    }

    /// The stream, until the budget is spent: then it throws [Spent].
    InputStream guard(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                int read = super.read(bytes, from, length);
                used += Math.max(0, read);
                if (spent()) {
                    throw new Spent();
                }
                return read;
            }

            @Override
            public long skip(long count) throws IOException {
                // Counted like any byte.
                return readNBytes((int) Math.min(count, 1 << 16)).length;
            }
        };
    }

    /// The archive unpacks to more than it may.
    static final class Spent extends IOException {
        private static final long serialVersionUID = 1;

        Spent() {
            super(
                    "the archive unpacks to more than "
                            + RATIO
                            + " times its size: unpack it yourself if you trust it");
        }
    }
}
