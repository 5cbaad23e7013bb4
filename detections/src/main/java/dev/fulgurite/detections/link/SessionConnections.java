package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Finds the address, and the machine behind it, that a remote session's connection came from.
@AutoService(LinkStep.class)
public final class SessionConnections implements LinkStep {

    private static final List<String> ENDS =
            List.of("sourceIp", "sourcePort", "destinationIp", "destinationPort");

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, List<Row>> bySession = new TreeMap<>();
        for (Row row : read) {
            bySession.computeIfAbsent(row.text("key"), _ -> new ArrayList<>()).add(row);
        }
        List<Row> rows = new ArrayList<>();
        bySession.forEach((_, seen) -> {
            Collection<ConnectionSource> sources = sources(seen);
            sources.forEach(source -> rows.addAll(source.rows(seen.getFirst(), sources.size())));
        });
        return rows;
    }

    private static Collection<ConnectionSource> sources(List<Row> seen) {
        Map<Boolean, List<Row>> opened =
                seen.stream().collect(Collectors.partitioningBy(SessionConnections::isOpened));
        List<Row> in =
                Objects.requireNonNull(opened.get(false)).stream()
                        .filter(SessionConnections::isOnTarget)
                        .toList();
        List<Row> out = Objects.requireNonNull(opened.get(true));
        Map<String, ConnectionSource> sources = in.isEmpty() ? byClient(out) : byTarget(in, out);
        String opener = seen.getFirst().text("opener");
        List<ConnectionSource> sure =
                sources.values().stream().filter(source -> source.isOf(opener)).toList();
        return sure.isEmpty() ? sources.values() : sure;
    }

    /// What the session's machine saw come in, and who opened it.
    private static Map<String, ConnectionSource> byTarget(List<Row> in, List<Row> out) {
        Map<String, ConnectionSource> sources = new TreeMap<>();
        for (Row row : in) {
            String address = row.text("sourceIp");
            List<Row> clients = out.stream().filter(client -> sameEnds(client, row)).toList();
            if (!isLoopback(address)
                    && clients.stream().noneMatch(SessionConnections::isOnTarget)) {
                ConnectionSource source =
                        sources.computeIfAbsent(address, ConnectionSource::seenByTarget);
                source.add(row);
                clients.forEach(source::addClient);
            }
        }
        return sources;
    }

    /// What others opened to a name of the session's machine, which itself saw nothing.
    private static Map<String, ConnectionSource> byClient(List<Row> out) {
        Map<String, ConnectionSource> sources = new TreeMap<>();
        for (Row client : out) {
            List<String> names = client.list("names", String.class);
            String to = client.text("destination");
            boolean named =
                    names.stream()
                            .anyMatch(name -> name.equals(to) || Names.hostLabel(name).equals(to));
            if (named && !isOnTarget(client)) {
                sources.computeIfAbsent(client.text("sourceIp"), ConnectionSource::seenByClient)
                        .addClient(client);
            }
        }
        return sources;
    }

    private static boolean isOnTarget(Row row) {
        return row.text("seenOn").equals(row.text("machine"));
    }

    private static boolean isOpened(Row row) {
        return Boolean.TRUE.equals(row.get("initiated"));
    }

    private static boolean isLoopback(String address) {
        return address.equals("::1") || address.startsWith("127.");
    }

    private static boolean sameEnds(Row one, Row other) {
        return ENDS.stream()
                .allMatch(
                        end -> String.valueOf(one.get(end)).equals(String.valueOf(other.get(end))));
    }
}
