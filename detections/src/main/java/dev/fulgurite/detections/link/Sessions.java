package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Gathers events into sessions. Commands without a process identity are told apart by machine,
/// program, command line and account, and by the script file they belong to or a pause of a quarter
/// of an hour.
@AutoService(LinkStep.class)
public final class Sessions implements LinkStep {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Session> sessions = new TreeMap<>();
        List<Row> anonymous = new ArrayList<>();
        List<Row> hostOnly = new ArrayList<>();
        for (Row event : read) {
            String identity = event.text("identity");
            if (!identity.isEmpty()) {
                sessions.computeIfAbsent(identity, Session::new).add(event);
            } else if (event.text("kind").equals("command")) {
                anonymous.add(event);
            } else {
                hostOnly.add(event);
            }
        }
        anonymous(anonymous).forEach(session -> sessions.put(session.id(), session));
        provide(hostOnly, sessions);
        return sessions.values().stream().map(Session::row).toList();
    }

    private static List<Session> anonymous(List<Row> events) {
        events.sort(Comparator.comparing(Sessions::time).thenComparing(row -> row.text("event")));
        Map<String, Session> open = new HashMap<>();
        Map<String, String> marks = new HashMap<>();
        List<Session> sessions = new ArrayList<>();
        for (Row event : events) {
            String group =
                    Hashes.of(
                            event.text("process"),
                            event.text("commandLine"),
                            event.text("account"));
            String place = event.text("machine") + "|" + group;
            String mark = event.list("scripts", Instant.class).toString();
            Session current = open.get(place);
            boolean goesOn =
                    current != null
                            && mark.equals(marks.get(place))
                            && (!mark.equals("[]")
                                    || !current.end().plus(PAUSE).isBefore(time(event)));
            if (current == null || !goesOn) {
                current = new Session("script|" + place + "|" + time(event));
                open.put(place, current);
                marks.put(place, mark);
                sessions.add(current);
            }
            current.add(event);
        }
        return sessions;
    }

    /// Engine and provider events that name no runspace belong to the one runspace of their host
    /// id; with several of these they stay by themselves.
    private static void provide(List<Row> events, Map<String, Session> sessions) {
        Map<String, List<Session>> byHostId = new HashMap<>();
        for (Session session : sessions.values()) {
            byHostId.computeIfAbsent(session.hostPlace(), _ -> new ArrayList<>()).add(session);
        }
        for (Row event : events) {
            String place = event.text("machine") + "|" + event.text("hostId");
            List<Session> candidates = byHostId.getOrDefault(place, List.of());
            if (candidates.size() == 1) {
                candidates.getFirst().add(event);
            }
        }
    }

    static Instant time(Row event) {
        return Objects.requireNonNull(event.instant("at"), "an event without a time");
    }
}
