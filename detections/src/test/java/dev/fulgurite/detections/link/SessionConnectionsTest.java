package dev.fulgurite.detections.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

/// A session on `target` (10.0.0.6), opened by `alice`.
class SessionConnectionsTest {

    private static final String SERVICE = "C:\\Windows\\System32\\svchost.exe";

    @Test
    void a_connection_that_both_sides_logged_gives_address_host_and_program() {
        assertThat(found(in("10.0.0.5", 1), out("ws5", "10.0.0.5", 1, "tool.exe", "alice")))
                .containsExactly(
                        tuple("10.0.0.5", 0.95, false, "tool.exe"),
                        tuple("ws5", 0.95, false, "tool.exe"));
    }

    @Test
    void an_address_of_no_known_host_stays_visible() {
        assertThat(found(in("203.0.113.9", 1)))
                .containsExactly(tuple("203.0.113.9", 0.9, false, ""));
    }

    @Test
    void of_several_sources_the_one_of_the_user_who_opened_the_session_counts() {
        assertThat(
                        found(
                                in("10.0.0.7", 9),
                                out("ws7", "10.0.0.7", 9, SERVICE, "network service"),
                                in("10.0.0.5", 1),
                                out("ws5", "10.0.0.5", 1, "tool.exe", "alice")))
                .extracting(found -> found.toList().getFirst())
                .containsExactly("10.0.0.5", "ws5");
    }

    @Test
    void several_sources_of_unknown_users_are_all_shown() {
        assertThat(found(in("10.0.0.7", 9), in("10.0.0.5", 1)))
                .containsExactly(
                        tuple("10.0.0.5", 0.45, true, ""), tuple("10.0.0.7", 0.45, true, ""));
    }

    @Test
    void the_other_side_alone_counts_when_it_went_to_a_name_of_the_machine() {
        Row went = out("ws5", "10.0.0.5", 1, "tool.exe", "");

        assertThat(found(went.with("destination", "ws6")))
                .containsExactly(
                        tuple("10.0.0.5", 0.8, false, "tool.exe"),
                        tuple("ws5", 0.8, false, "tool.exe"));
        assertThat(found(went.with("destination", "ws60"))).isEmpty();
    }

    @Test
    void a_machine_that_connects_to_itself_is_no_source() {
        assertThat(
                        found(
                                in("10.0.0.6", 1),
                                out("target", "10.0.0.6", 1, SERVICE, ""),
                                in("127.0.0.1", 2),
                                in("::1", 3)))
                .isEmpty();
    }

    private static List<Tuple> found(Row... rows) {
        return new SessionConnections()
                .holding(List.of(rows)).stream()
                        .map(row ->
                                tuple(
                                        row.text("to"),
                                        row.get("confidence"),
                                        row.get("ambiguous"),
                                        row.text("image")))
                        .toList();
    }

    private static Row in(String from, long port) {
        return row("target", false, from, port, "System", "");
    }

    private static Row out(String on, String from, long port, String image, String user) {
        return row(on, true, from, port, image, user);
    }

    private static Row row(
            String on, boolean initiated, String from, long port, String image, String user) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("key", "session");
        row.put("machine", "target");
        row.put("names", List.of("ws6.contoso.com"));
        row.put("at", Instant.parse("2021-11-22T09:00:00Z"));
        row.put("opener", "alice");
        row.put("seenOn", on);
        row.put("initiated", initiated);
        row.put("sourceIp", from);
        row.put("sourcePort", port);
        row.put("destinationIp", "10.0.0.6");
        row.put("destinationPort", 5985L);
        row.put("destination", "");
        row.put("image", image);
        row.put("user", user);
        row.put("client", "");
        row.put("evidence", List.of(on + port));
        return new Row(row);
    }
}
