package dev.fulgurite.detections.kql;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Functions over IPv4 addresses.
public final class Ipv4 {

    private static final int BITS = 32;

    private Ipv4() {}

    /// A range of addresses in the notation `10.0.0.0/8`.
    record Prefix(int network, int length) {

        static Prefix of(int address, int length) {
            return new Prefix(length == 0 ? 0 : address & (-1 << (BITS - length)), length);
        }
    }

    /// `format_ipv4_mask(address, length)`: `""` when the text is no IPv4 address.
    public static String mask(String address, int length) {
        OptionalInt parsed = parse(address);
        if (parsed.isEmpty()) {
            return "";
        }
        int network = Prefix.of(parsed.getAsInt(), length).network();
        return (network >>> 24)
                + "."
                + (network >>> 16 & 0xff)
                + "."
                + (network >>> 8 & 0xff)
                + "."
                + (network & 0xff)
                + "/"
                + length;
    }

    /// Four decimal numbers with dots between; empty when the text is anything else.
    static OptionalInt parse(String text) {
        String[] parts = text.split("[.]", -1);
        int address = 0;
        for (String part : parts) {
            if (part.isEmpty() || part.length() > 3 || !part.chars().allMatch(Ipv4::isDigit)) {
                return OptionalInt.empty();
            }
            int octet = Integer.parseInt(part);
            if (octet > 0xff) {
                return OptionalInt.empty();
            }
            address = address << 8 | octet;
        }
        return parts.length == 4 ? OptionalInt.of(address) : OptionalInt.empty();
    }

    /// Of a range, or of an address alone; null when the text is neither.
    static @Nullable Prefix prefix(String text) {
        int slash = text.indexOf('/');
        OptionalInt address = parse(slash < 0 ? text : text.substring(0, slash));
        String length = slash < 0 ? "32" : text.substring(slash + 1);
        if (address.isEmpty() || !length.matches("[0-9]{1,2}") || Integer.parseInt(length) > BITS) {
            return null;
        }
        return Prefix.of(address.getAsInt(), Integer.parseInt(length));
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
