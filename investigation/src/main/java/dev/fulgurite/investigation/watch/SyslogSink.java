package dev.fulgurite.investigation.watch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sends a message of RFC 5424 an alert: facility `local0`, the rule as message id, the alert's
/// JSON in ASCII as text. Nothing tells whether a datagram arrived.
record SyslogSink(SinkAddress.Syslog server, String host) implements Sink {

    private static final int AT_ONCE = 50;
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int LOCAL0 = 16 * 8;
    private static final int LONGEST_HOST = 255;
    private static final int LONGEST_ID = 32;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    @Override
    public String id() {
        return "syslog:" + name();
    }

    @Override
    public String name() {
        return server.transport() + "://" + server.host() + ":" + server.port();
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void tell(List<Notice> notices) throws IOException {
        if (server.transport().equals("udp")) {
            datagrams(notices);
        } else {
            stream(notices);
        }
    }

    private void datagrams(List<Notice> notices) throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            InetSocketAddress to = resolved();
            for (Notice notice : notices) {
                byte[] message = message(notice);
                socket.send(new DatagramPacket(message, message.length, to));
            }
        }
    }

    private void stream(List<Notice> notices) throws IOException {
        try (Socket socket = connected();
                OutputStream out = new BufferedOutputStream(socket.getOutputStream())) {
            for (Notice notice : notices) {
                byte[] message = message(notice);
                out.write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
                out.write(message);
            }
        }
    }

    private Socket connected() throws IOException {
        Socket socket =
                server.transport().equals("tls")
                        ? SSLSocketFactory.getDefault().createSocket()
                        : new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(resolved(), TIMEOUT_MILLIS);
            if (socket instanceof SSLSocket tls) {
                SSLParameters parameters = tls.getSSLParameters();
                parameters.setEndpointIdentificationAlgorithm("HTTPS");
                tls.setSSLParameters(parameters);
                tls.startHandshake();
            }
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private InetSocketAddress resolved() throws IOException {
        InetSocketAddress address = new InetSocketAddress(server.host(), server.port());
        if (address.isUnresolved()) {
            throw new IOException("no address is known for " + server.host());
        }
        return address;
    }

    byte[] message(Notice notice) {
        String header =
                String.format(
                        Locale.ROOT,
                        "<%d>1 %s %s fulgurite %d %s - ",
                        LOCAL0 + severity(notice),
                        TIME.format(notice.time()),
                        printable(host, LONGEST_HOST),
                        ProcessHandle.current().pid(),
                        printable(notice.rule(), LONGEST_ID));
        return (header + ascii(notice.json())).getBytes(StandardCharsets.US_ASCII);
    }

    private static int severity(Notice notice) {
        return switch (notice.severity()) {
            case HIGH -> 2;
            case MEDIUM -> 4;
            case LOW -> 5;
            case INFORMATIONAL -> 6;
        };
    }

    /// A field of the header has no blanks and an upper bound.
    private static String printable(String text, int longest) {
        String clean = text.replaceAll("[^!-~]", "_");
        return clean.isEmpty() ? "-" : clean.substring(0, Math.min(longest, clean.length()));
    }

    /// Other characters than those of ASCII stand inside strings, where JSON has escapes for them.
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars()
                .forEach(c ->
                        text.append(
                                c < 0x7f
                                        ? String.valueOf((char) c)
                                        : String.format(Locale.ROOT, "\\u%04x", c)));
        return text.toString();
    }
}
