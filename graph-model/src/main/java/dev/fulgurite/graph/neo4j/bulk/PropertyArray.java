package dev.fulgurite.graph.neo4j.bulk;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Values as the importer takes them.
final class PropertyArray {

    private PropertyArray() {}

    static boolean holdsOne(Object value) {
        return value instanceof String
                || value instanceof Boolean
                || value instanceof Instant
                || isNumber(value)
                || isFraction(value);
    }

    /// Whether all are of one kind, which a property's list asks for.
    static boolean holds(List<?> list) {
        return list.stream().allMatch(String.class::isInstance)
                || list.stream().allMatch(PropertyArray::isNumber)
                || list.stream().allMatch(PropertyArray::isFraction)
                || list.stream().allMatch(Boolean.class::isInstance)
                || list.stream().allMatch(Instant.class::isInstance);
    }

    private static boolean isNumber(@Nullable Object value) {
        return value instanceof Long
                || value instanceof Integer
                || value instanceof Short
                || value instanceof Byte;
    }

    private static boolean isFraction(@Nullable Object value) {
        return value instanceof Double || value instanceof Float;
    }

    /// A value that [ByteInput] read.
    static Object of(Object value) {
        return switch (value) {
            case Instant at -> at.atZone(ZoneOffset.UTC);
            case List<?> list -> array(list);
            default -> value;
        };
    }

    private static Object array(List<?> list) {
        Object first = list.isEmpty() ? "" : list.getFirst();
        return switch (first) {
            case Long _ -> list.stream().mapToLong(Long.class::cast).toArray();
            case Double _ -> list.stream().mapToDouble(Double.class::cast).toArray();
            case Boolean _ -> list.toArray(Boolean[]::new);
            case Instant _ -> list.stream().map(PropertyArray::of).toArray(ZonedDateTime[]::new);
            default -> list.toArray(String[]::new);
        };
    }
}
