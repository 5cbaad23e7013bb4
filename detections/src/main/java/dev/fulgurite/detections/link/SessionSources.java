package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the machine that a remote session's network logon came from.
@AutoService(LinkStep.class)
public final class SessionSources implements LinkStep {

    private static final Duration BEFORE = Duration.ofSeconds(30);
    private static final Duration CLOCKS = Duration.ofSeconds(5);
    private static final double LOGON = 0.8;
    private static final double LOGON_AND_COMMAND = 0.9;

    @Override
    public List<Row> holding(List<Row> read) {
        Machines machines = new Machines(read);
        Map<String, TreeSet<Instant>> remoting = new HashMap<>();
        Map<String, Map<String, Row>> sources = new TreeMap<>();
        for (Row row : read) {
            if (row.text("kind").equals("remoting")) {
                remoting.computeIfAbsent(row.text("machine"), _ -> new TreeSet<>()).add(at(row));
            } else if (row.text("kind").equals("logon")) {
                machines.of(row).stream()
                        .filter(machine -> !machine.equals(row.text("machine")))
                        .forEach(machine ->
                                sources.computeIfAbsent(row.text("key"), _ -> new TreeMap<>())
                                        .merge(machine, row, SessionSources::joined));
            }
        }
        List<Row> rows = new ArrayList<>();
        sources.forEach((session, logons) ->
                logons.forEach((machine, logon) -> {
                    TreeSet<Instant> commands = remoting.getOrDefault(machine, new TreeSet<>());
                    rows.add(row(session, machine, logon, commands, logons.size()));
                }));
        return rows;
    }

    private static Instant at(Row row) {
        return Objects.requireNonNull(row.instant("at"));
    }

    private static Row joined(Row one, Row other) {
        Set<String> evidence = new TreeSet<>(one.list("evidence", String.class));
        evidence.addAll(other.list("evidence", String.class));
        Row named = one.text("device").compareTo(other.text("device")) >= 0 ? one : other;
        return named.with("evidence", List.copyOf(evidence));
    }

    private static Row row(
            String session, String machine, Row logon, NavigableSet<Instant> commands, int n) {
        Instant start = at(logon);
        boolean commanded = !commands.subSet(start.minus(BEFORE), start.plus(CLOCKS)).isEmpty();
        List<String> reasons = new ArrayList<>();
        reasons.add(
                "the account's network logon names "
                        + (logon.text("device").isEmpty()
                                ? logon.text("ip")
                                : logon.text("device")));
        if (commanded) {
            reasons.add("a remoting command ran there just before");
        }
        if (n > 1) {
            reasons.add(n + " sources in that minute");
        }
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", session);
        row.put("to", machine);
        row.put("at", start);
        row.put("confidence", (commanded ? LOGON_AND_COMMAND : LOGON) / n);
        row.put("reason", String.join("; ", reasons));
        row.put("ambiguous", n > 1);
        row.put(
                "evidence",
                logon.list("evidence", String.class).stream().distinct().sorted().toList());
        return new Row(row);
    }

    /// Machines by the names and addresses that logons use for them.
    private static final class Machines {

        private final Map<String, Set<String>> byName = new HashMap<>();
        private final Map<String, Set<String>> byLabel = new HashMap<>();
        private final Map<String, Set<String>> devicesByIp = new HashMap<>();

        Machines(List<Row> read) {
            for (Row row : read) {
                if (row.text("kind").equals("host")) {
                    for (String name : row.list("names", String.class)) {
                        add(byName, name, row.text("machine"));
                        add(byLabel, Names.hostLabel(name), row.text("machine"));
                    }
                } else if (row.text("kind").equals("pair")) {
                    add(devicesByIp, row.text("ip"), row.text("device"));
                }
            }
        }

        private static void add(Map<String, Set<String>> map, String key, String value) {
            map.computeIfAbsent(key, _ -> new TreeSet<>()).add(value);
        }

        Set<String> of(Row logon) {
            if (!logon.text("device").isEmpty()) {
                return named(logon.text("device"));
            }
            Set<String> machines = new TreeSet<>();
            devicesByIp
                    .getOrDefault(logon.text("ip"), Set.of())
                    .forEach(device -> machines.addAll(named(device)));
            return machines;
        }

        private Set<String> named(String device) {
            Set<String> exact = byName.getOrDefault(device, Set.of());
            boolean full = !Names.hostLabel(device).equals(device);
            return !exact.isEmpty() || full ? exact : byLabel.getOrDefault(device, Set.of());
        }
    }
}
