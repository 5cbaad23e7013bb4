package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphBatch;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.Carrier;
import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.Relation;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// Batches of events of every kind that `cypher/write` can write, with values as hostile as a log's
/// can be. The same seed gives the same batches.
final class RandomEvents {

    private static final List<String> PIECES =
            List.of(
                    "\"", "'", ",", ";", "\n", "\r\n", "\0", "\\", "\t", " ", "|", "é", "😀",
                    "\uFEFF", "\uFFFD", "\u001f", "=", "null", "0", "x", "ß", "`", "$");

    private static final int PARTS = 4;

    private final Random random;
    private final List<Edge> carriers = new ArrayList<>();
    private final List<Edge> relations = new ArrayList<>();
    private final Set<String> entityLabels;
    private final Schema schema;

    /// A label (without ends), or a relationship type between two labels.
    private record Edge(String name, String from, String to) {}

    RandomEvents(long seed) {
        random = new Random(seed);
        CypherLibrary library = CypherLibrary.packaged();
        schema = new Schema(library);
        schema.carrierLabels().forEach(label -> carriers.add(new Edge(label, "", "")));
        for (String type : schema.observedTypes()) {
            CypherFile file = library.file("schema", type);
            for (String from : file.headList("from")) {
                for (String to : file.headList("to")) {
                    boolean carrier = schema.carrierTypes().contains(type);
                    (carrier ? carriers : relations).add(new Edge(type, from, to));
                }
            }
        }
        entityLabels = new HashSet<>(schema.observedLabels());
        entityLabels.removeAll(schema.carrierLabels());
    }

    /// Batches of several files, two of which are read at once and one of which is read twice, with
    /// events that come again.
    List<GraphBatch> batches() {
        List<GraphBatch> batches = new ArrayList<>();
        for (int part = 0; part < PARTS; part++) {
            batches.add(batch("a", part));
            batches.add(batch("b", part));
        }
        for (int part = 0; part < PARTS; part++) {
            batches.add(batch("c", part));
        }
        for (int part = 0; part < PARTS; part++) {
            batches.add(
                    new GraphBatch(batches.get(2 * part).events(), ledger("a", "second ", part)));
        }
        batches.add(new GraphBatch(List.of(odd()), ledger("d", "", PARTS - 1)));
        return batches;
    }

    private GraphBatch batch(String file, int part) {
        List<GraphEvent> events = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            events.add(event(file.repeat(64), part * 1000L + i));
        }
        return new GraphBatch(events, ledger(file, "", part));
    }

    /// Batches of two files in which no event comes again.
    List<GraphBatch> distinctBatches() {
        Set<String> ids = new HashSet<>();
        return batches().subList(0, 2 * PARTS).stream()
                .map(batch ->
                        new GraphBatch(
                                batch.events().stream()
                                        .filter(event -> ids.add(event.id()))
                                        .toList(),
                                batch.ledger()))
                .toList();
    }

    /// An event with values that a database stores as something else, or not at all.
    private static GraphEvent odd() {
        NodeRef host = new NodeRef("Host", "half a \uD83D sign");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("half", "\uDE00\uD83D");
        values.put("mixed", List.of(1L, 2.5));
        values.put("times", List.of(Instant.EPOCH));
        values.put("nothing", null);
        NodeCarrier carrier = new NodeCarrier("HostEvent", values);
        return new GraphEvent(
                "odd",
                Instant.EPOCH,
                new Evidence("d".repeat(64), 1, 2, 3),
                carrier,
                List.of(new Entity(host, Map.of("odd", List.of(1L, 2.5)), List.of("n"))),
                List.of(new Relation("ON", carrier.ref("odd"), host)));
    }

    private static Ledger ledger(String file, String prefix, int part) {
        return new Ledger(
                file.repeat(64),
                prefix + file + ".csv",
                "",
                1000,
                "csv",
                Map.of("T", 61L * (part + 1)),
                Map.of("T", Set.of("Column", "other" + part)),
                61L * (part + 1),
                0,
                0,
                0,
                part + 1L,
                "",
                List.of(new Reject(part, part, part, "no time \"here\"\n")),
                part == PARTS - 1 ? List.of(coverage()) : List.of(),
                part == PARTS - 1 && !file.equals("c"));
    }

    private static Coverage coverage() {
        Instant at = Instant.parse("2026-11-21T10:00:00.1234567Z");
        Coverage.Run run = new Coverage.Run(1, 2, at, at.plusSeconds(5));
        return new Coverage("T", "", at, at, 2, List.of(run), List.of());
    }

    private GraphEvent event(String sha256, long offset) {
        Edge kind = carriers.get(random.nextInt(carriers.size()));
        String id = kind.name() + " " + random.nextInt(60);
        Map<NodeRef, Entity> entities = new LinkedHashMap<>();
        Carrier carrier =
                kind.from().isEmpty()
                        ? new NodeCarrier(kind.name(), properties())
                        : new RelationCarrier(
                                kind.name(),
                                entity(kind.from(), entities),
                                entity(kind.to(), entities),
                                properties());
        List<Relation> of = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Edge relation : relations) {
            boolean own = relation.from().equals(carrier.kind());
            if ((own || entityLabels.contains(relation.from()))
                    && random.nextBoolean()
                    && types.add(relation.name())) {
                NodeRef from =
                        own ? new NodeRef(kind.name(), id) : entity(relation.from(), entities);
                of.add(new Relation(relation.name(), from, end(relation, from, entities)));
            }
        }
        return new GraphEvent(
                id,
                Instant.ofEpochSecond(1_700_000_000 + random.nextInt(99), random.nextInt(10) * 100),
                new Evidence(sha256, offset, 5, offset),
                carrier,
                List.copyOf(entities.values()),
                of);
    }

    /// Of a type that stands once whatever the number of events, each start has one end.
    private NodeRef end(Edge relation, NodeRef from, Map<NodeRef, Entity> entities) {
        return schema.repeats(relation.name())
                ? entity(relation.to(), entities)
                : entity(new NodeRef(relation.to(), "of " + from.key()), entities);
    }

    private NodeRef entity(String label, Map<NodeRef, Entity> entities) {
        return entity(new NodeRef(label, "k" + hostile(new Random(random.nextInt(9)))), entities);
    }

    private NodeRef entity(NodeRef ref, Map<NodeRef, Entity> entities) {
        List<String> names = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            names.add("n" + random.nextInt(4) + "\"\n");
        }
        entities.put(ref, new Entity(ref, Map.of("name", ref.key(), "kind", "k"), names));
        return ref;
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        for (int i = random.nextInt(8); i > 0; i--) {
            properties.put(random.nextInt(20) == 0 ? "odd `name`\n" : "P" + i, value());
        }
        return properties;
    }

    private Object value() {
        return switch (random.nextInt(14)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextInt(70_000) - 100;
            case 2 -> random.nextBoolean();
            case 3 -> random.nextGaussian() * 1e300;
            case 4 -> Double.NEGATIVE_INFINITY;
            case 5 -> Instant.parse("0001-01-01T00:00:00.1234567Z").plusSeconds(random.nextInt());
            case 6 -> List.of(hostile(random), "", hostile(random));
            case 7 -> List.of();
            case 8 -> Arrays.asList(random.nextInt(), random.nextInt());
            case 9 -> List.of(true, false);
            case 10 -> List.of(1.5, -0.0);
            case 11 -> hostile(random).repeat(3_000);
            case 12 -> "";
            default -> hostile(random);
        };
    }

    private static String hostile(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }
}
