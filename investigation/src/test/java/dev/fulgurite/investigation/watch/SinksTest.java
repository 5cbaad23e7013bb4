package dev.fulgurite.investigation.watch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.Severity;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SinksTest {

    private static final Notice NOTICE =
            new Notice(
                    "3f9c",
                    "cloud-to-host-chain",
                    Severity.HIGH,
                    Instant.parse("2026-03-01T10:00:00.1234567Z"),
                    "{\"id\":\"3f9c\",\"title\":\"Jürgen\"}");

    @TempDir Path folder;

    @Test
    void a_file_gets_a_line_an_alert_and_a_line_cut_before_stays_apart() throws Exception {
        Path file = folder.resolve("alerts.jsonl");
        Sink sink = Sink.at(new SinkAddress.JsonLines(file));
        sink.tell(List.of(NOTICE, NOTICE));
        assertThat(Files.readAllLines(file)).containsExactly(NOTICE.json(), NOTICE.json());

        Files.writeString(file, "{\"id\":\"cut");
        sink.tell(List.of(NOTICE));

        assertThat(Files.readAllLines(file)).containsExactly("{\"id\":\"cut", NOTICE.json());
        Sink nowhere = Sink.at(new SinkAddress.JsonLines(folder));
        assertThatThrownBy(() -> nowhere.tell(List.of(NOTICE))).isInstanceOf(IOException.class);
    }

    @Test
    void syslog_by_datagram_is_one_message_of_rfc_5424() throws Exception {
        try (DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            Sink sink = Sink.at(SinkAddress.syslog("udp://127.0.0.1:" + server.getLocalPort()));
            sink.tell(List.of(NOTICE));
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            server.receive(packet);
            assertThat(new String(packet.getData(), 0, packet.getLength(), UTF_8)).matches(MESSAGE);
        }
    }

    private static final String MESSAGE =
            "<130>1 2026-03-01T10:00:00[.]123456Z [!-~]+ fulgurite [0-9]+ cloud-to-host-chain - "
                    + "[{]\"id\":\"3f9c\",\"title\":\"J\\\\u00fcrgen\"[}]";

    @Test
    void syslog_by_stream_says_how_long_each_message_is() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> received =
                    CompletableFuture.supplyAsync(() -> allFrom(server));
            Sink.at(SinkAddress.syslog("tcp://127.0.0.1:" + server.getLocalPort()))
                    .tell(List.of(NOTICE, NOTICE));
            String all = received.get();
            int length = Integer.parseInt(all.substring(0, all.indexOf(' ')));
            String first = all.substring(all.indexOf(' ') + 1).substring(0, length);
            assertThat(first).matches(MESSAGE);
            assertThat(all).isEqualTo((length + " " + first).repeat(2));
        }
    }

    private static String allFrom(ServerSocket server) {
        try (Socket socket = server.accept()) {
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_wrong_address_of_a_webhook_is_refused_without_repeating_it() {
        for (String wrong : List.of("", "ftp://h/secret", "https:secret", "http://se cret/")) {
            assertThatThrownBy(() -> SinkAddress.webhook(wrong))
                    .isInstanceOf(RefusedRequest.class)
                    .hasMessageNotContaining("secret");
        }
        assertThat(SinkAddress.webhook("https://h.example/secret\n").toString())
                .doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "host", "http://host", "udp:host", "udp://", "udp://a b"})
    void what_is_no_syslog_server_is_refused(String text) {
        assertThatThrownBy(() -> SinkAddress.syslog(text)).isInstanceOf(RefusedRequest.class);
    }

    @Test
    void a_syslog_server_has_the_usual_port_of_its_transport() {
        assertThat(SinkAddress.syslog("tls://siem.example").port()).isEqualTo(6514);
        assertThat(SinkAddress.syslog("udp://siem.example:1514").port()).isEqualTo(1514);
    }

    @Test
    void a_sink_that_is_away_says_so_without_its_address() {
        assertThatThrownBy(() ->
                        Sink.at(SinkAddress.webhook("http://127.0.0.1:1/secret"))
                                .tell(List.of(NOTICE)))
                .isInstanceOf(IOException.class)
                .hasMessage("cannot be reached (ConnectException)");
    }
}
