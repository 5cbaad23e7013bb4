package dev.fulgurite.graph.neo4j;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Numbers by pairs of texts, for many millions of them: of each pair only 16 bytes of its SHA-256
/// are kept.
final class NumberedTexts {

    static final long UNKNOWN = -1;

    private static final int START = 1 << 16;
    private static final int LONGS = 3;

    private final MessageDigest sha;
    private long[] slots = new long[START * LONGS];
    private int size;
    private long high;
    private long low;

    NumberedTexts() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The number of a pair, or [#UNKNOWN].
    long get(String space, String text) {
        hash(space, text);
        return slots[slot(slots) + 2] - 1;
    }

    /// Gives a pair that has none its number, which is not negative.
    ///
    /// @return false when it has one, which it keeps
    boolean add(String space, String text, long number) {
        if (size * 3L > slots.length / LONGS * 2L) {
            grow();
        }
        hash(space, text);
        int slot = slot(slots);
        if (slots[slot + 2] != 0) {
            return false;
        }
        size++;
        set(slots, slot, number + 1);
        return true;
    }

    private void hash(String space, String text) {
        sha.update(space.getBytes(StandardCharsets.UTF_8));
        sha.update((byte) 0);
        ByteBuffer hash = ByteBuffer.wrap(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        high = hash.getLong();
        low = hash.getLong();
    }

    /// Where the hash is, or belongs.
    private int slot(long[] table) {
        int count = table.length / LONGS;
        int slot = (int) (high >>> 1) & (count - 1);
        while (table[slot * LONGS + 2] != 0
                && (table[slot * LONGS] != high || table[slot * LONGS + 1] != low)) {
            slot = (slot + 1) & (count - 1);
        }
        return slot * LONGS;
    }

    private void set(long[] table, int slot, long value) {
        table[slot] = high;
        table[slot + 1] = low;
        table[slot + 2] = value;
    }

    private void grow() {
        long[] larger = new long[Math.multiplyExact(slots.length, 2)];
        for (int slot = 0; slot < slots.length; slot += LONGS) {
            if (slots[slot + 2] != 0) {
                high = slots[slot];
                low = slots[slot + 1];
                set(larger, slot(larger), slots[slot + 2]);
            }
        }
        slots = larger;
    }
}
