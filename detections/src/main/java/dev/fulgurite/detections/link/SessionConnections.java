package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds the address, and the machine behind it, that a remote session's connection came from.
@AutoService(LinkStep.class)
public final class SessionConnections implements LinkStep {

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, Set<String>> own = new HashMap<>();
        Map<String, List<Row>> bySession = new TreeMap<>();
        for (Row row : read) {
            if (row.text("kind").equals("own")) {
                own.computeIfAbsent(row.text("machine"), _ -> new TreeSet<>())
                        .add(row.text("sourceIp"));
            } else {
                bySession.computeIfAbsent(row.text("key"), _ -> new ArrayList<>()).add(row);
            }
        }
        List<Row> rows = new ArrayList<>();
        bySession.forEach((session, seen) -> {
            String machine = seen.getFirst().text("machine");
            Collection<ConnectionSource> sources =
                    sources(seen, own.getOrDefault(machine, Set.of()));
            sources.forEach(source -> rows.addAll(source.rows(seen.getFirst(), sources.size())));
        });
        return rows;
    }

    /// By what the session's machine saw come in; without that, by what others saw go out to it.
    private static Collection<ConnectionSource> sources(List<Row> seen, Set<String> own) {
        String machine = seen.getFirst().text("machine");
        Map<String, ConnectionSource> sources = new TreeMap<>();
        List<Row> in =
                seen.stream()
                        .filter(row -> row.text("seenOn").equals(machine) && !opened(row))
                        .toList();
        List<Row> out =
                seen.stream()
                        .filter(row -> !row.text("seenOn").equals(machine) && opened(row))
                        .toList();
        for (Row row : in) {
            String address = row.text("sourceIp");
            if (!isLocal(address, own)) {
                ConnectionSource source =
                        sources.computeIfAbsent(address, ConnectionSource::seenByTarget);
                source.add(row);
                out.stream().filter(client -> sameEnds(client, row)).forEach(source::addClient);
            }
        }
        if (in.isEmpty()) {
            out.stream()
                    .filter(client -> own.contains(client.text("destinationIp")))
                    .forEach(client ->
                            sources.computeIfAbsent(
                                            client.text("sourceIp"), ConnectionSource::seenByClient)
                                    .addClient(client));
        }
        String opener = seen.getFirst().text("opener");
        List<ConnectionSource> sure =
                sources.values().stream().filter(source -> source.isOf(opener)).toList();
        return sure.isEmpty() ? sources.values() : sure;
    }

    private static boolean opened(Row row) {
        return Boolean.TRUE.equals(row.get("initiated"));
    }

    private static boolean isLocal(String address, Set<String> own) {
        return address.equals("::1") || address.startsWith("127.") || own.contains(address);
    }

    private static boolean sameEnds(Row one, Row other) {
        return List.of("sourceIp", "sourcePort", "destinationIp", "destinationPort").stream()
                .allMatch(
                        end -> String.valueOf(one.get(end)).equals(String.valueOf(other.get(end))));
    }
}
