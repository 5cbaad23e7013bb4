package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.event.Evidence;
import dev.fulgurite.graph.event.GraphEvent;
import dev.fulgurite.graph.event.GraphEvent.NodeCarrier;
import dev.fulgurite.graph.event.GraphEvent.RelationCarrier;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import dev.fulgurite.ingest.format.Readings;
import dev.fulgurite.ingest.mapping.EventGraphMapper;
import dev.fulgurite.ingest.source.LogSources;
import dev.fulgurite.ingest.source.Understanding;
import dev.fulgurite.ingest.source.Understanding.Understood;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Records of every source and shape with fields that are gone, of another type, cut, or anything
/// that somebody could have written into them. `-Dfulgurite.mutants=1000000` damages that many.
class DamagedRecordsTest {

    private static final int MUTANTS = Integer.getInteger("fulgurite.mutants", 3_000);
    private static final long SEED = Long.getLong("fulgurite.seed", 20_261_123);
    private static final Path RECORDS = Path.of("src/test/resources/records");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SHA256 = "0".repeat(64);

    /// What Neo4j looks up by an index.
    private static final int LONGEST_KEY = 8_000;

    private static final List<String> TEXTS =
            List.of(
                    "",
                    " ",
                    "null",
                    "None",
                    "-",
                    "0",
                    "-1",
                    "0x",
                    "0xffffffffffffffffff",
                    "99999999999999999999",
                    "NaN",
                    "true",
                    "{}",
                    "[]",
                    "{\"",
                    "[[[[[[[[",
                    "{\"a\":{\"b\":[1,null,{}]}}",
                    "[\"a\",1,null]",
                    "<",
                    "<a/>",
                    "<Event><System/></Event>",
                    "::",
                    "::1%eth0",
                    "1.2.3.4:99999",
                    "[fe80::1]:1",
                    "1.2.3.4 - 1.2.3.9",
                    "\\",
                    "a\\b\\c",
                    "@",
                    "a@b@c",
                    "/",
                    "//",
                    "/subscriptions/",
                    "/subscriptions//resourceGroups//providers//",
                    "S-1-",
                    "S-1-5-18",
                    "00000000-0000-0000-0000-000000000000",
                    "{00000000-0000-0000-0000-000000000000}",
                    "0000-01-01T00:00:00Z",
                    "0000-01-01T00:00:00+18:00",
                    "9999-12-31T23:59:59.9999999-18:00",
                    "2021-02-30T00:00:00Z",
                    "1/1/2021, 0:00:00.000 AM",
                    "a=b",
                    "=",
                    "\n\n\n",
                    "\u0000",
                    "\ud800",
                    "\u0130stanbul",
                    "\u200b",
                    "x".repeat(9_000));

    private final LogSources sources = LogSources.discovered();

    @Test
    void no_damage_ends_in_anything_but_events_and_rejects() throws IOException {
        List<String> records = records();
        for (int i = 0; i < MUTANTS; i++) {
            Random random = new Random(SEED + i);
            String line = mutant(JSON.readTree(records.get(i % records.size())), random);
            try {
                for (LogRecord record : Readings.of(line).records()) {
                    look(record);
                }
            } catch (Exception | AssertionError | StackOverflowError uncaught) {
                throw new AssertionError(
                        "mutant " + i + " of seed " + SEED + ": " + line, uncaught);
            }
        }
    }

    private void look(LogRecord record) {
        Understanding understanding = sources.understand(record);
        assertThat(LogSources.discovered().understand(record))
                .as("whatever was read before")
                .isEqualTo(understanding);
        if (understanding instanceof Understood understood) {
            Evidence evidence = new Evidence(SHA256, 0, 1, 1);
            look(EventGraphMapper.map(understood.event(), evidence));
        }
    }

    private static void look(GraphEvent event) {
        assertThat(event.id()).isNotBlank().hasSizeLessThan(LONGEST_KEY);
        assertThat(event.at()).isNotNull();
        assertThat(event.carrier().properties()).doesNotContainKeys("id", "key", "evidence");
        assertThat(event.carrier().properties().values()).allMatch(DamagedRecordsTest::canBeKept);
        Set<NodeRef> known = new HashSet<>();
        event.entities().forEach(entity -> known.add(entity.ref()));
        assertThat(known).allMatch(ref -> isKey(ref.key()));
        switch (event.carrier()) {
            case NodeCarrier node -> known.add(node.ref(event.id()));
            case RelationCarrier carrier ->
                    assertThat(known).contains(carrier.from(), carrier.to());
        }
        event.relations()
                .forEach(relation -> assertThat(known).contains(relation.from(), relation.to()));
    }

    private static boolean isKey(String key) {
        int bytes = key.getBytes(StandardCharsets.UTF_8).length;
        return !key.isBlank() && bytes < LONGEST_KEY;
    }

    private static boolean canBeKept(Object value) {
        return switch (value) {
            case null -> true;
            case String _, Boolean _, Long _, Integer _, Double _, Instant _ -> true;
            case List<?> list -> list.stream().allMatch(String.class::isInstance);
            default -> false;
        };
    }

    /// Those of each source, as objects of JSON, whatever they were written in.
    private static List<String> records() throws IOException {
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(RECORDS)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                for (LogRecord record : Readings.of(Files.readAllBytes(file)).records()) {
                    records.add(json(record.columns()));
                }
            }
        }
        assertThat(records).hasSizeGreaterThan(50);
        return records;
    }

    private static String json(Columns columns) {
        ObjectNode object = JSON.createObjectNode();
        for (String name : columns.names()) {
            String text = columns.text(name);
            boolean nested = !columns.object(name).isEmpty() || text.startsWith("[");
            if (nested) {
                object.set(name, JSON.readTree(text));
            } else {
                object.put(name, text);
            }
        }
        return object.toString();
    }

    private static String mutant(JsonNode record, Random random) {
        for (int times = random.nextInt(1, 5); times > 0; times--) {
            List<JsonNode> parents = new ArrayList<>();
            collect(record, parents);
            damage(parents.get(random.nextInt(parents.size())), random);
        }
        return record.toString();
    }

    private static void collect(JsonNode node, List<JsonNode> parents) {
        if (node.isContainer() && !node.isEmpty()) {
            parents.add(node);
            node.forEach(child -> collect(child, parents));
        } else if (parents.isEmpty()) {
            parents.add(node);
        }
    }

    private static void damage(JsonNode parent, Random random) {
        switch (parent) {
            case ObjectNode object when !object.isEmpty() -> {
                List<String> names = List.copyOf(object.propertyNames());
                String name = names.get(random.nextInt(names.size()));
                JsonNode other = object.get(names.get(random.nextInt(names.size())));
                JsonNode value = damaged(object.get(name), other.deepCopy(), random);
                if (value == null) {
                    object.remove(name);
                } else {
                    object.set(name, value);
                }
            }
            case ArrayNode list when !list.isEmpty() -> {
                int at = random.nextInt(list.size());
                JsonNode value = damaged(list.get(at), list.get(0).deepCopy(), random);
                if (value == null) {
                    list.remove(at);
                } else {
                    list.set(at, value);
                }
            }
            default -> {}
        }
    }

    private static JsonNode damaged(JsonNode value, JsonNode other, Random random) {
        String text = value.isString() ? value.stringValue() : value.toString();
        return switch (random.nextInt(11)) {
            case 0 -> null;
            case 1 -> JSON.getNodeFactory().nullNode();
            case 2 -> JSON.getNodeFactory().numberNode(random.nextLong());
            case 3 -> JSON.getNodeFactory().booleanNode(random.nextBoolean());
            case 4 -> other;
            case 5 -> JSON.createObjectNode().set("value", value);
            case 6 -> JSON.createArrayNode().add(value).add(other);
            case 7 -> string(text.substring(0, random.nextInt(text.length() + 1)));
            case 8 -> {
                int at = random.nextInt(text.length() + 1);
                String put = TEXTS.get(random.nextInt(TEXTS.size()));
                yield string(text.substring(0, at) + put + text.substring(at));
            }
            case 9 -> string(text);
            default -> string(TEXTS.get(random.nextInt(TEXTS.size())));
        };
    }

    private static JsonNode string(String text) {
        return JSON.getNodeFactory().stringNode(text);
    }
}
