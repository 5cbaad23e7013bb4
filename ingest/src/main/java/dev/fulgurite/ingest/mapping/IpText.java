package dev.fulgurite.ingest.mapping;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Addresses as logs write them: bare, in brackets, with a port.
final class IpText {

    private static final int LONGEST = 64;

    private IpText() {}

    /// Lower case and in its shortest form, without port and zone; `""` when the text is no single
    /// address.
    static String canonical(String written) {
        String text = written.strip();
        if (text.length() < 2 || text.length() > LONGEST) {
            return "";
        }
        String bare = withoutPort(text);
        int zone = bare.indexOf('%');
        String address = zone < 0 ? bare : bare.substring(0, zone);
        if (address.indexOf(':') < 0 && !isDotted(address)) {
            return "";
        }
        try {
            return switch (InetAddress.ofLiteral(address)) {
                case Inet4Address four -> four.getHostAddress();
                case Inet6Address six -> shorten(six.getAddress());
                default -> "";
            };
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    private static String withoutPort(String text) {
        if (text.startsWith("[")) {
            int end = text.indexOf(']');
            return end < 0 ? text : text.substring(1, end);
        }
        int colon = text.indexOf(':');
        boolean one = colon >= 0 && colon == text.lastIndexOf(':');
        return one ? text.substring(0, colon) : text;
    }

    /// Four numbers: Java would also take fewer.
    private static boolean isDotted(String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.') {
                dots++;
            } else if (c < '0' || c > '9') {
                return false;
            }
        }
        return dots == 3;
    }

    /// RFC 5952: no leading zeros, the first longest run of two or more zero groups as `::`.
    private static String shorten(byte[] bytes) {
        int[] groups = new int[8];
        for (int i = 0; i < 8; i++) {
            groups[i] = (bytes[2 * i] & 0xFF) << 8 | (bytes[2 * i + 1] & 0xFF);
        }
        int from = 0;
        int length = 1;
        for (int i = 0; i < 8; i++) {
            int zeros = zeros(groups, i);
            if (zeros > length) {
                from = i;
                length = zeros;
            }
        }
        return length == 1
                ? hex(groups, 0, 8)
                : hex(groups, 0, from) + "::" + hex(groups, from + length, 8);
    }

    private static int zeros(int[] groups, int from) {
        int length = 0;
        while (from + length < 8 && groups[from + length] == 0) {
            length++;
        }
        return length;
    }

    private static String hex(int[] groups, int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> Integer.toHexString(groups[i]))
                .collect(Collectors.joining(":"));
    }
}
