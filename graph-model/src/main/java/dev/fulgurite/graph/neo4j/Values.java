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
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    /// The same list when nothing in it is to be converted: most hold text.
    private static List<?> list(List<?> list) {
        if (list.stream().noneMatch(Values::holdsTime)) {
            return list;
        }
        List<@Nullable Object> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(toDriver(item)));
        return items;
    }

    private static Map<?, ?> map(Map<?, ?> map) {
        if (map.values().stream().noneMatch(Values::holdsTime)) {
            return map;
        }
        Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((name, item) -> entries.put(String.valueOf(name), toDriver(item)));
        return entries;
    }

    private static boolean holdsTime(@Nullable Object value) {
        return switch (value) {
            case null -> false;
            case Instant _ -> true;
            case List<?> list -> list.stream().anyMatch(Values::holdsTime);
            case Map<?, ?> map -> map.values().stream().anyMatch(Values::holdsTime);
            default -> false;
        };
    }
}
