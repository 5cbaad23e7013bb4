package dev.fulgurite.detections.ranges;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Optional;

/// The addresses that share their first bits.
///
/// @param high the first 64 bits, those of an IPv4 address at their end; bits past `length` are 0
/// @param low the other 64 bits
record Prefix(boolean six, int length, long high, long low) {

    private static final int FOUR_BITS = 32;
    private static final int SIX_BITS = 128;
    private static final int DOTS = 3;

    /// `a.b.c.d/n`, `a:b::/n`, or an address alone; nothing when the text is neither.
    static Optional<Prefix> parse(String text) {
        int slash = text.indexOf('/');
        Optional<Prefix> address = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0 || address.isEmpty()) {
            return address;
        }
        String digits = text.substring(slash + 1);
        if (!digits.matches("[0-9]{1,3}")) {
            return Optional.empty();
        }
        int length = Integer.parseInt(digits);
        return length > address.get().length
                ? Optional.empty()
                : Optional.of(address.get().cutTo(length));
    }

    /// A range of one; nothing when the text is no address. Names are not looked up.
    static Optional<Prefix> address(String text) {
        boolean dotted = text.chars().filter(c -> c == '.').count() == DOTS;
        if (!dotted && text.indexOf(':') < 0) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(InetAddress.ofLiteral(text).getAddress());
            return Optional.of(
                    bytes.remaining() == Integer.BYTES
                            ? new Prefix(
                                    false, FOUR_BITS, Integer.toUnsignedLong(bytes.getInt()), 0)
                            : new Prefix(true, SIX_BITS, bytes.getLong(), bytes.getLong()));
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /// The wider range of its first bits.
    Prefix cutTo(int bits) {
        if (!six) {
            return new Prefix(false, bits, high & mask(bits + FOUR_BITS), 0);
        }
        return new Prefix(true, bits, high & mask(bits), low & mask(bits - Long.SIZE));
    }

    /// The first `bits` of 64 set; none below 1, all from 64 on.
    private static long mask(int bits) {
        if (bits <= 0) {
            return 0;
        }
        return bits >= Long.SIZE ? -1L : -1L << (Long.SIZE - bits);
    }
}
