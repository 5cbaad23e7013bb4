package dev.fulgurite.detections.link;

import java.net.InetAddress;
import java.util.HexFormat;

/// The network that an address is counted under: `203.0.0.0/16`, or the first 64 bits of an IPv6
/// address.
public final class Network {

    private static final int FOUR = 4;
    private static final int GROUP = 2;
    private static final int GROUPS = 4;

    private Network() {}

    /// `""` for what is no address. Names are not looked up.
    public static String of(String address) {
        if (!address.contains(".") && !address.contains(":")) {
            return "";
        }
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == FOUR
                    ? (bytes[0] & 0xff) + "." + (bytes[1] & 0xff) + ".0.0/16"
                    : six(bytes);
        } catch (IllegalArgumentException noAddress) {
            return "";
        }
    }

    /// Whether a network is one of IPv6 addresses.
    public static boolean isSix(String network) {
        return network.indexOf(':') >= 0;
    }

    private static String six(byte[] bytes) {
        StringBuilder network = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            network.append(HexFormat.of().formatHex(bytes, group * GROUP, group * GROUP + GROUP))
                    .append(':');
        }
        return network.append(":/64").toString();
    }
}
