package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The JSON shapes of the graph, the same on the command line and in exports: times in ISO 8601
/// with seven fraction digits, nodes as `label, key, properties`, relationships as `id, type, from,
/// to, properties` with `TYPE:id` as id.
public final class GraphJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private GraphJson() {}

    /// One object on one line.
    public static String line(Map<String, ? extends @Nullable Object> object) {
        return MAPPER.writeValueAsString(value(object));
    }

    public static Map<String, @Nullable Object> node(Node node) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("label", node.label());
        object.put("key", node.key());
        object.put("properties", value(new TreeMap<>(node.properties())));
        return object;
    }

    public static Map<String, @Nullable Object> relationship(Relationship relationship) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("id", relationship.ref());
        object.put("type", relationship.type());
        object.put("from", relationship.from().toString());
        object.put("to", relationship.to().toString());
        object.put("properties", value(new TreeMap<>(relationship.properties())));
        return object;
    }

    public static Map<String, @Nullable Object> evidence(EvidenceRecord record) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("file", record.file());
        object.put("sha256", record.sha256());
        object.put("member", record.member());
        object.put("offset", record.offset());
        object.put("line", record.line());
        object.put("raw", record.raw());
        object.put("hash", record.hash().word());
        return object;
    }

    /// Any value of the graph as JSON has it.
    public static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant time -> Times.exact(time);
            case Node node -> node(node);
            case Relationship relationship -> relationship(relationship);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(value(item)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, item) -> entries.put(String.valueOf(name), value(item)));
                yield entries;
            }
            case Boolean flag -> flag;
            case Number number -> number;
            default -> value.toString();
        };
    }
}
