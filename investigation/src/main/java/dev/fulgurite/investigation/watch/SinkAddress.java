package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.RefusedRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Who is told of alerts.
public sealed interface SinkAddress {

    /// A file to which one JSON object an alert is added.
    record JsonLines(Path file) implements SinkAddress {
        public JsonLines {
            file = file.toAbsolutePath().normalize();
        }
    }

    /// An address that takes one JSON object an alert by POST. It may hold a secret, so it is never
    /// printed.
    record Webhook(URI address) implements SinkAddress {
        @Override
        public String toString() {
            return "webhook";
        }
    }

    /// A syslog server that takes RFC 5424: by `udp`, or by `tcp` or `tls` with octet counting.
    record Syslog(String transport, String host, int port) implements SinkAddress {}

    /// The address of a webhook; the message about a wrong one does not repeat it.
    static Webhook webhook(String text) {
        URI address = uri(text.strip());
        if (address == null
                || address.getHost() == null
                || !("https".equals(address.getScheme()) || "http".equals(address.getScheme()))) {
            throw new RefusedRequest("the webhook's address is no https or http address");
        }
        return new Webhook(address);
    }

    /// `udp://HOST[:PORT]`, `tcp://HOST[:PORT]` or `tls://HOST[:PORT]`.
    static Syslog syslog(String text) {
        URI address = uri(text.strip());
        String transport =
                address == null || address.getScheme() == null
                        ? ""
                        : address.getScheme().toLowerCase(Locale.ROOT);
        int usual =
                switch (transport) {
                    case "udp" -> 514;
                    case "tcp" -> 601;
                    case "tls" -> 6514;
                    default -> 0;
                };
        if (address == null || usual == 0 || address.getHost() == null) {
            throw new RefusedRequest(
                    "a syslog server is udp://HOST:PORT, tcp://HOST:PORT or tls://HOST:PORT, not '"
                            + text
                            + "'");
        }
        int port = address.getPort() < 0 ? usual : address.getPort();
        return new Syslog(transport, address.getHost(), port);
    }

    private static @Nullable URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }
}
