package dev.fulgurite.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;

/// A member of a zip archive whose end is an error when its checksum is not what the archive says:
/// Java's own reader does not look.
final class CheckedMember extends CheckedInputStream {

    private final ZipEntry entry;

    CheckedMember(InputStream in, ZipEntry entry) {
        super(in, new CRC32());
        this.entry = entry;
    }

    @Override
    public int read() throws IOException {
        return checked(super.read());
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        return checked(super.read(bytes, from, length));
    }

    private int checked(int read) throws IOException {
        if (read < 0 && entry.getCrc() >= 0 && entry.getCrc() != getChecksum().getValue()) {
            throw new ZipException("its checksum differs");
        }
        return read;
    }
}
