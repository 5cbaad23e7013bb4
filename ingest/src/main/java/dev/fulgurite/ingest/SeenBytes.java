package dev.fulgurite.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// The bytes that the first reading saw, and no more: a log may have grown since, and a damaged
/// file ends where it is damaged.
final class SeenBytes extends FilterInputStream {

    private final boolean damaged;
    private long left;

    SeenBytes(InputStream in, SeenFile seen) {
        super(in);
        damaged = seen.problem() != null;
        left = seen.size();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        try {
            int read = super.read(bytes, from, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        } catch (IOException broken) {
            if (damaged) {
                left = 0;
                return -1;
            }
            throw broken;
        }
    }
}
