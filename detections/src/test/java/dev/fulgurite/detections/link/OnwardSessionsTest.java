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

/// A session `there`, opened from the machine `web` at ten o'clock.
class OnwardSessionsTest {

    @Test
    void the_session_whose_process_opened_the_connection_is_sure() {
        assertThat(
                        led(
                                visit(List.of("process|1"), List.of("system")),
                                session("process|1", "09:00:00", "09:00:10", "system"),
                                session("other", "09:59:00", "10:00:10", "system"),
                                remoting("other", "09:59:59")))
                .containsExactly(tuple("process|1", 0.8, false));
    }

    @Test
    void without_a_process_the_session_that_ran_a_remoting_command_just_before_counts() {
        assertThat(
                        led(
                                visit(List.of(), List.of()),
                                session("other", "09:59:00", "10:00:10", "system"),
                                remoting("shell", "09:59:31"),
                                remoting("earlier", "09:59:29")))
                .containsExactly(tuple("shell", 0.8 * 0.9, false));
    }

    @Test
    void a_connection_of_another_account_leads_nowhere() {
        assertThat(
                        led(
                                visit(List.of("process|2"), List.of("admin")),
                                session("script", "09:59:00", "09:59:50", "system")))
                .isEmpty();
    }

    @Test
    void what_was_running_or_had_just_ended_goes_before_what_ran_that_day() {
        Row[] rows = {
            visit(List.of(), List.of()),
            session("morning", "08:00:00", "08:00:10", "system"),
            session("just", "09:50:00", "09:51:00", "system"),
            session("yesterday", "00:00:00", "00:00:10", "system")
        };

        assertThat(led(rows)).containsExactly(tuple("just", 0.8 * 0.75, false));
    }

    @Test
    void equal_candidates_are_all_shown_as_ambiguous() {
        assertThat(
                        led(
                                visit(List.of(), List.of()),
                                session("one", "09:50:00", "09:51:00", "system"),
                                session("two", "09:52:00", "09:53:00", "system")))
                .containsExactly(
                        tuple("one", 0.8 * 0.75 / 2, true), tuple("two", 0.8 * 0.75 / 2, true));
    }

    @Test
    void what_began_later_than_clocks_differ_opened_nothing() {
        assertThat(
                        led(
                                visit(List.of(), List.of()),
                                session("later", "10:00:06", "10:00:10", "system")))
                .isEmpty();
    }

    private static List<Tuple> led(Row... rows) {
        return new OnwardSessions()
                .holding(List.of(rows)).stream()
                        .map(row ->
                                tuple(
                                        row.text("from"),
                                        row.get("confidence"),
                                        row.get("ambiguous")))
                        .toList();
    }

    private static Row visit(List<String> processes, List<String> users) {
        return row("visit", "there", "10:00:00", "", processes, users);
    }

    private static Row session(String key, String at, String end, String user) {
        return row("session", key, at, end, List.of(key), List.of(user));
    }

    private static Row remoting(String key, String at) {
        return row("remoting", key, at, "", List.of(), List.of());
    }

    private static Row row(
            String kind,
            String key,
            String at,
            String end,
            List<String> processes,
            List<String> users) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("key", key);
        row.put("machine", "web");
        row.put("at", time(at));
        row.put("end", time(end.isEmpty() ? at : end));
        row.put("processes", processes);
        row.put("users", users);
        row.put("confidence", 0.8);
        row.put("evidence", List.of());
        return new Row(row);
    }

    private static Instant time(String text) {
        return Instant.parse("2021-11-22T" + text + "Z");
    }
}
