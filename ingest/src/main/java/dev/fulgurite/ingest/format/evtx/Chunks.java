package dev.fulgurite.ingest.format.evtx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// A file's chunks one by one, to the end of the file whatever its header says: a log that was
/// copied while in use has more chunks than it counts.
final class Chunks {

    static final byte[] FILE = "ElfFile\0".getBytes(StandardCharsets.ISO_8859_1);
    static final byte[] CHUNK = "ElfChnk\0".getBytes(StandardCharsets.ISO_8859_1);

    static final int FILE_HEADER = 4096;
    private static final int COUNT = 42;
    private static final int FLAGS = 120;
    private static final int CHECKSUM = 124;
    private static final int WITHOUT_CHECKSUMS = 4;

    private final InputStream in;
    private byte[] ahead;
    private long offset;
    private boolean headerSound = true;
    private long counted;

    Chunks(InputStream in) throws IOException {
        this.in = in;
        ahead = in.readNBytes(FILE_HEADER);
        // The header has one size in all versions; what it says of itself may be damaged.
        if (ahead.length == FILE_HEADER
                && (startsWith(ahead, 0, FILE) || strayLength(ahead, FILE_HEADER) == FILE_HEADER)
                && !isChunk(ahead)) {
            passHeader();
        }
    }

    /// Whether the file's header is one, and as its checksum says.
    boolean isHeaderSound() {
        return headerSound;
    }

    private void passHeader() {
        CRC32 sum = new CRC32();
        sum.update(ahead, 0, FLAGS);
        boolean summed = (ValueText.unsigned(ahead, FLAGS, 4) & WITHOUT_CHECKSUMS) == 0;
        boolean asSummed = sum.getValue() == ValueText.unsigned(ahead, CHECKSUM, 4);
        headerSound = startsWith(ahead, 0, FILE) && (!summed || asSummed);
        counted = headerSound ? ValueText.unsigned(ahead, COUNT, 2) : 0;
        offset = FILE_HEADER;
        ahead = new byte[0];
    }

    /// How many chunks a sound header counts; 0 where there is none.
    long counted() {
        return counted;
    }

    /// How many chunks the bytes so far are in full.
    long full() {
        return Math.max(0, offset - FILE_HEADER) / Chunk.SIZE;
    }

    /// What stands next; null at the end of the file.
    @Nullable Chunk next() throws IOException {
        byte[] bytes = Arrays.copyOf(ahead, Chunk.SIZE);
        int length = ahead.length + in.readNBytes(bytes, ahead.length, Chunk.SIZE - ahead.length);
        if (length == 0) {
            return null;
        }
        int stray = isChunk(bytes) ? length : strayLength(bytes, length);
        ahead = Arrays.copyOfRange(bytes, stray, length);
        Arrays.fill(bytes, stray, length, (byte) 0);
        Chunk chunk = new Chunk(bytes, stray, offset);
        offset += stray;
        return chunk;
    }

    static boolean isChunk(byte[] bytes) {
        return startsWith(bytes, 0, CHUNK);
    }

    /// Bytes up to where the next chunk begins.
    private static int strayLength(byte[] bytes, int length) {
        for (int at = 1; at <= length - CHUNK.length; at++) {
            if (bytes[at] == CHUNK[0] && startsWith(bytes, at, CHUNK)) {
                return at;
            }
        }
        return length;
    }

    static boolean startsWith(byte[] bytes, int at, byte[] signature) {
        return bytes.length >= at + signature.length
                && Arrays.equals(bytes, at, at + signature.length, signature, 0, signature.length);
    }
}
