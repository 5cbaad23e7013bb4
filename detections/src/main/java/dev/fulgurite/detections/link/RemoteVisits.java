package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes one visit of the sessions that one account opened from one machine on another within half
/// a minute. The rows come in the order of time.
@AutoService(LinkStep.class)
public final class RemoteVisits implements LinkStep {

    private static final Duration ONE_VISIT = Duration.ofSeconds(30);

    /// What a visit keeps of its first session.
    private static final List<String> OF_THE_FIRST =
            List.of("sourceIp", "image", "hostId", "runspaceId", "logonId");

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Row> open = new HashMap<>();
        Map<String, Row> visits = new LinkedHashMap<>();
        for (Row session : read) {
            String key =
                    String.join(
                            "\n",
                            session.text("source"),
                            session.text("target"),
                            session.text("user"));
            Row visit = open.get(key);
            if (visit == null || at(visit).plus(ONE_VISIT).isBefore(at(session))) {
                visit = begin(session);
            } else {
                visit = joined(visit, session);
            }
            open.put(key, visit);
            visits.put(visit.text("id"), visit);
        }
        return List.copyOf(visits.values());
    }

    private static Instant at(Row row) {
        return Objects.requireNonNull(row.instant("at"));
    }

    private static Row begin(Row session) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        String from = session.text("source");
        String to = session.text("target");
        row.put("id", Hashes.of("remoted", from, to, session.text("user"), at(session).toString()));
        row.put("from", from);
        row.put("to", to);
        row.put("user", session.text("user"));
        row.put("at", at(session));
        row.put("end", session.instant("end"));
        row.put("sessions", 1L);
        for (String column : OF_THE_FIRST) {
            row.put(column, session.get(column));
        }
        row.put("confidence", session.get("confidence"));
        row.put("reason", session.text("reason"));
        row.put("ambiguous", session.get("ambiguous"));
        row.put("evidence", session.list("evidence", String.class));
        return Row.of(row);
    }

    private static Row joined(Row visit, Row session) {
        Set<String> evidence = new TreeSet<>(visit.list("evidence", String.class));
        evidence.addAll(session.list("evidence", String.class));
        Instant ended = Objects.requireNonNull(session.instant("end"));
        boolean surer = confidence(session) > confidence(visit);
        Row best = surer ? session : visit;
        return visit.with(
                        "end",
                        ended.isAfter(Objects.requireNonNull(visit.instant("end")))
                                ? ended
                                : visit.instant("end"))
                .with("sessions", visit.number("sessions") + 1)
                .with("confidence", confidence(best))
                .with("reason", best.text("reason"))
                .with("ambiguous", best.get("ambiguous"))
                .with("evidence", List.copyOf(evidence));
    }

    private static double confidence(Row row) {
        return row.get("confidence") instanceof Number number ? number.doubleValue() : 0;
    }
}
