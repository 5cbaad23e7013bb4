package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// An address that a session may have been opened from, while its connections are gathered.
final class ConnectionSource {

    private static final double BOTH_SIDES = 0.95;
    private static final double TARGET = 0.9;
    private static final double CLIENT = 0.8;

    private final String address;
    private final boolean seenByTarget;
    private final Set<Long> ports = new TreeSet<>();
    private final Set<String> machines = new TreeSet<>();
    private final Set<String> images = new TreeSet<>();
    private final Set<String> users = new TreeSet<>();
    private final Set<String> clients = new TreeSet<>();
    private final Set<String> evidence = new TreeSet<>();

    private ConnectionSource(String address, boolean seenByTarget) {
        this.address = address;
        this.seenByTarget = seenByTarget;
    }

    static ConnectionSource seenByTarget(String address) {
        return new ConnectionSource(address, true);
    }

    static ConnectionSource seenByClient(String address) {
        return new ConnectionSource(address, false);
    }

    void add(Row connection) {
        if (connection.get("sourcePort") instanceof Long port) {
            ports.add(port);
        }
        evidence.addAll(connection.list("evidence", String.class));
    }

    /// A connection as the host logged it that opened it.
    void addClient(Row connection) {
        add(connection);
        machines.add(connection.text("seenOn"));
        addKnown(images, connection.text("image"));
        addKnown(users, connection.text("user"));
        addKnown(clients, connection.text("client"));
    }

    private static void addKnown(Set<String> to, String text) {
        if (!text.isEmpty()) {
            to.add(text);
        }
    }

    boolean isOf(String user) {
        return !user.isEmpty() && users.contains(user);
    }

    /// What it says of a session: the address, and each machine there.
    ///
    /// @param of how many candidates it is one
    List<Row> rows(Row session, int of) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(session, address, confidence() / of, of > 1));
        int n = of * machines.size();
        for (String machine : machines) {
            rows.add(row(session, machine, confidence() / n, n > 1));
        }
        return rows;
    }

    private double confidence() {
        return !seenByTarget ? CLIENT : machines.isEmpty() ? TARGET : BOTH_SIDES;
    }

    private Row row(Row session, String to, double confidence, boolean ambiguous) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", session.text("key"));
        row.put("to", to);
        row.put("at", session.values().get("at"));
        row.put("sourceIp", address);
        row.put("sourcePorts", List.copyOf(ports));
        row.put("image", image());
        row.put("clients", List.copyOf(clients));
        row.put("users", List.copyOf(users));
        row.put("confidence", confidence);
        row.put("reason", reason());
        row.put("ambiguous", ambiguous);
        row.put("evidence", List.copyOf(evidence));
        return new Row(row);
    }

    /// Logs write one program as a path with a drive letter and as one with a device.
    private String image() {
        return images.stream()
                .filter(path -> !path.startsWith("\\"))
                .findFirst()
                .orElse(images.isEmpty() ? "" : images.iterator().next());
    }

    private String reason() {
        String ports = this.ports.size() == 1 ? "a connection" : this.ports.size() + " connections";
        if (!seenByTarget) {
            return ports + " from " + address + " that only the source logged";
        }
        return machines.isEmpty()
                ? ports + " from " + address + ", a host that logged none of them"
                : ports + " from " + address + " that both sides logged";
    }
}
