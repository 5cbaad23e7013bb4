package dev.fulgurite.investigation;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Bytes that end where they can be read no further.
final class UnbrokenStream extends FilterInputStream {

    UnbrokenStream(InputStream in) {
        super(in);
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) {
        try {
            return super.read(bytes, from, length);
        } catch (IOException broken) {
            return -1;
        }
    }
}
