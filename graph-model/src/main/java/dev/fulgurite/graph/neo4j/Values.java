package dev.fulgurite.graph.neo4j;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Our values as the driver takes them: `Instant` becomes a UTC date-time, everything else passes.
final class Values {

    private Values() {}

    static Map<String, @Nullable Object> toDriver(
            Map<String, ? extends @Nullable Object> parameters) {
        Map<String, @Nullable Object> converted = LinkedHashMap.newLinkedHashMap(parameters.size());
        parameters.forEach((name, value) -> converted.put(name, toDriver(value)));
        return converted;
    }

    private static @Nullable Object toDriver(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atZone(ZoneOffset.UTC);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>(list.size());
                for (Object item : list) {
                    items.add(toDriver(item));
                }
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, item) -> entries.put(String.valueOf(name), toDriver(item)));
                yield entries;
            }
            default -> value;
        };
    }
}
