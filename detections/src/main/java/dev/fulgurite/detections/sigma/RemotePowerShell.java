package dev.fulgurite.detections.sigma;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PostProcessor;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Weighs remote sessions, which come in the order of time: by what the relatives of the rule see
/// of them, and by how often the account was on the machine before, from the same source.
@AutoService(PostProcessor.class)
public final class RemotePowerShell implements PostProcessor {

    @Override
    public List<String> inner() {
        return List.of(
                "origin",
                "story",
                "machine",
                "identity",
                "processes",
                "started",
                "connections",
                "eventIds");
    }

    @Override
    public boolean timeless(List<Row> rows, Settings settings) {
        return true;
    }

    @Override
    public List<Row> process(List<Row> rows, Settings settings) {
        Map<String, Long> visits = new HashMap<>();
        List<Row> sessions = new ArrayList<>();
        for (Row row : rows) {
            String visit =
                    String.join(
                            "\n",
                            row.text("identity"),
                            row.text("machine"),
                            row.list("sourceHosts", String.class).toString());
            long earlier = visits.merge(visit, 1L, Long::sum) - 1;
            if (settings.inRange(row.instant("StartTime"))) {
                sessions.add(weighed(row, earlier));
            }
        }
        return sessions;
    }

    private static Row weighed(Row row, long earlier) {
        boolean suspicious = Relative.CHILD.fires(row) > 0;
        Severity severity =
                suspicious ? Severity.HIGH : earlier > 0 ? Severity.LOW : Severity.MEDIUM;
        List<String> relatives =
                Stream.of(Relative.values())
                        .map(relative -> relative.told(row))
                        .filter(told -> !told.isEmpty())
                        .toList();
        return row.with("relatives", relatives)
                .with("earlierSessions", earlier)
                .with("children", children(row))
                .with("severity", severity.word())
                .with("origin", origin(row))
                .with("story", earlier == 0 ? ", the first that the logs know" : "")
                .with("evidence", evidence(row));
    }

    private static List<String> children(Row row) {
        return row.list("started", Node.class).stream()
                .map(child -> String.valueOf(child.get("process")))
                .toList();
    }

    private static String origin(Row row) {
        List<String> hosts = row.list("sourceHosts", String.class);
        List<String> from = hosts.isEmpty() ? row.list("sourceIps", String.class) : hosts;
        return from.isEmpty() ? "" : " from " + String.join(" or ", from);
    }

    /// The records of the session and of what its relatives see.
    private static List<String> evidence(Row row) {
        Set<String> pointers = new TreeSet<>(row.list("evidence", String.class));
        for (String nodes : List.of("processes", "started")) {
            row.list(nodes, Node.class).forEach(node -> note(node.get("evidence"), pointers));
        }
        row.list("connections", Relationship.class)
                .forEach(seen -> note(seen.get("evidence"), pointers));
        return List.copyOf(pointers);
    }

    private static void note(@Nullable Object held, Set<String> pointers) {
        if (held instanceof List<?> list) {
            list.forEach(pointer -> pointers.add(String.valueOf(pointer)));
        }
    }
}
