package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Finds the session on the source that opened a remote session: the one whose process did, else
/// the one that ran a remoting command just before, else those that may have.
@AutoService(LinkStep.class)
public final class OnwardSessions implements LinkStep {

    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final Duration COMMANDED = Duration.ofSeconds(30);
    private static final Duration JUST_ENDED = Duration.ofMinutes(10);
    private static final Duration A_DAY = Duration.ofDays(1);
    private static final double BY_COMMAND = 0.9;
    private static final double WHILE_RUNNING = 0.75;
    private static final double LATER = 0.4;

    /// What is known of the machines that remote sessions were opened from.
    private static final class Sources {
        private final Map<String, Map<String, Row>> sessions = new HashMap<>();
        private final Map<String, Row> byProcess = new HashMap<>();
        private final Map<String, List<Row>> remoting = new HashMap<>();

        Sources(List<Row> read) {
            for (Row row : read) {
                switch (row.text("kind")) {
                    case "session" -> {
                        sessions.computeIfAbsent(row.text("machine"), _ -> new TreeMap<>())
                                .put(row.text("key"), row);
                        processes(row);
                    }
                    case "client" -> processes(row);
                    case "remoting" ->
                            remoting.computeIfAbsent(row.text("machine"), _ -> new ArrayList<>())
                                    .add(row);
                    default -> {}
                }
            }
        }

        private void processes(Row session) {
            for (String process : session.list("processes", String.class)) {
                byProcess.merge(
                        process,
                        session,
                        (one, other) -> one.text("key").equals(process) ? one : other);
            }
        }

        Collection<Row> on(String machine) {
            return sessions.getOrDefault(machine, Map.of()).values();
        }
    }

    private record Led(Collection<Row> sessions, double confidence, String reason) {}

    @Override
    public List<Row> holding(List<Row> read) {
        Sources sources = new Sources(read);
        Map<String, Row> rows = new LinkedHashMap<>();
        for (Row row : read) {
            if (row.text("kind").equals("visit")) {
                led(row, sources)
                        .forEach(led ->
                                rows.merge(
                                        led.text("from") + "\n" + led.text("to"),
                                        led,
                                        OnwardSessions::surer));
            }
        }
        return List.copyOf(rows.values());
    }

    private static List<Row> led(Row visit, Sources sources) {
        Led led = opener(visit, sources);
        int n = led.sessions().size();
        return led.sessions().stream()
                .filter(session -> !session.text("key").equals(visit.text("key")))
                .map(session -> row(session, visit, led, n))
                .toList();
    }

    private static Led opener(Row visit, Sources sources) {
        List<Row> clients =
                visit.list("processes", String.class).stream()
                        .map(sources.byProcess::get)
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        if (!clients.isEmpty()) {
            return new Led(clients, 1.0, "its process opened the connection");
        }
        List<Row> commanding = commanding(visit, sources);
        if (!commanding.isEmpty() && visit.list("processes", String.class).isEmpty()) {
            return new Led(commanding, BY_COMMAND, "it ran a remoting command just before");
        }
        List<Row> possible =
                sources.on(visit.text("machine")).stream()
                        .filter(session -> mayHaveOpened(session, visit))
                        .toList();
        List<Row> running =
                possible.stream()
                        .filter(session -> !at(visit).isAfter(end(session).plus(JUST_ENDED)))
                        .toList();
        return running.isEmpty()
                ? new Led(possible, LATER, "it ran on the source in the day before")
                : new Led(running, WHILE_RUNNING, "it ran on the source then or just before");
    }

    private static List<Row> commanding(Row visit, Sources sources) {
        Map<String, Row> sessions = new TreeMap<>();
        for (Row command : sources.remoting.getOrDefault(visit.text("machine"), List.of())) {
            Duration before = Duration.between(at(command), at(visit));
            if (before.compareTo(COMMANDED) <= 0 && before.compareTo(CLOCKS.negated()) >= 0) {
                sessions.put(command.text("key"), command);
            }
        }
        return List.copyOf(sessions.values());
    }

    private static boolean mayHaveOpened(Row session, Row visit) {
        Duration before = Duration.between(at(session), at(visit));
        List<String> users = session.list("users", String.class);
        List<String> opened = visit.list("users", String.class);
        return before.compareTo(CLOCKS.negated()) >= 0
                && before.compareTo(A_DAY) <= 0
                && (users.isEmpty() || opened.isEmpty() || !Collections.disjoint(users, opened));
    }

    private static Row row(Row session, Row visit, Led led, int n) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", session.text("key"));
        row.put("to", visit.text("key"));
        row.put("at", at(visit));
        row.put("confidence", confidence(visit) * led.confidence() / n);
        row.put("reason", n == 1 ? led.reason() : led.reason() + ", as " + (n - 1) + " more did");
        row.put("ambiguous", n > 1);
        row.put("evidence", visit.list("evidence", String.class));
        return new Row(row);
    }

    private static Row surer(Row one, Row other) {
        return confidence(one) >= confidence(other) ? one : other;
    }

    private static double confidence(Row row) {
        return row.get("confidence") instanceof Number number ? number.doubleValue() : 0;
    }

    private static Instant at(Row row) {
        return Objects.requireNonNull(row.instant("at"));
    }

    private static Instant end(Row row) {
        return Objects.requireNonNull(row.instant("end"));
    }
}
