package dev.fulgurite.graph.neo4j;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Our values as the database takes them, `Instant` as a UTC date-time and everything else as it
/// is, and its values as ours.
final class Values {

    private Values() {}

    static Map<String, @Nullable Object> toDriver(
            Map<String, ? extends @Nullable Object> parameters) {
        return map(parameters);
    }

    static @Nullable Object toDriver(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant.atZone(ZoneOffset.UTC);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
    }

    private static List<?> list(List<?> list) {
        if (holdsOnlyText(list)) {
            return list;
        }
        List<@Nullable Object> items = new ArrayList<>(list.size());
        list.forEach(item -> items.add(toDriver(item)));
        return items;
    }

    /// As most lists do, all evidence and all names among them.
    private static boolean holdsOnlyText(List<?> list) {
        for (Object item : list) {
            if (!(item instanceof String)) {
                return false;
            }
        }
        return true;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> map) {
        Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.size());
        map.forEach((name, item) -> entries.put(String.valueOf(name), toDriver(item)));
        return entries;
    }

    /// What the database gives, as callers of a graph see it: a time is an `Instant`, a number a
    /// `Long` or a `Double`.
    ///
    /// @param other what becomes of a value that is none of these, such as a node
    static @Nullable Object ours(@Nullable Object value, Function<Object, @Nullable Object> other) {
        return switch (value) {
            case null -> null;
            case ZonedDateTime time -> time.toInstant();
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.toInstant(ZoneOffset.UTC);
            case List<?> list -> {
                List<@Nullable Object> items = new ArrayList<>(list.size());
                list.forEach(item -> items.add(ours(item, other)));
                yield items;
            }
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> entries = LinkedHashMap.newLinkedHashMap(map.size());
                map.forEach((name, item) -> entries.put(String.valueOf(name), ours(item, other)));
                yield entries;
            }
            case Boolean flag -> flag;
            case Double number -> number;
            case Float number -> number.doubleValue();
            case Number number -> number.longValue();
            case String text -> text;
            default -> other.apply(value);
        };
    }

    /// Properties of a node or relationship, as [#ours(Object, Function)], but for one of them.
    static Map<String, Object> ours(
            Map<String, Object> raw, String without, Function<Object, @Nullable Object> other) {
        Map<String, Object> properties = new LinkedHashMap<>();
        raw.forEach((name, value) -> {
            Object converted = ours(value, other);
            if (converted != null && !name.equals(without)) {
                properties.put(name, converted);
            }
        });
        return properties;
    }
}
