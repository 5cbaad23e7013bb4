package dev.fulgurite.graph.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One row of a result: values by column, in the order of the columns. A value is null, a `String`,
/// `Long`, `Double`, `Boolean`, `Instant`, [Node], [Relationship], a `List` or a `Map` of these.
public record Row(Map<String, @Nullable Object> values) {

    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// A row of values some of which may be missing.
    public static Row of(Map<String, ? extends @Nullable Object> values) {
        return new Row(new LinkedHashMap<>(values));
    }

    public List<String> columns() {
        return List.copyOf(values.keySet());
    }

    /// The value of a column; asking for a column that is not there is a mistake in the program.
    public @Nullable Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("no column " + column + " among " + values.keySet());
        }
        return values.get(column);
    }

    /// Text of a column, `""` when it is null.
    public String text(String column) {
        Object value = get(column);
        return value == null ? "" : value.toString();
    }

    public @Nullable Instant instant(String column) {
        return (Instant) get(column);
    }

    public long number(String column) {
        return get(column) instanceof Number number ? number.longValue() : 0;
    }

    /// A list column; null reads as the empty list, nulls inside are left out.
    public <T> List<T> list(String column, Class<T> type) {
        List<T> result = new ArrayList<>();
        if (get(column) instanceof List<?> items) {
            for (Object item : items) {
                if (item != null) {
                    result.add(type.cast(item));
                }
            }
        }
        return result;
    }

    /// This row with a column set: replaced where it stands, else added last.
    public Row with(String column, @Nullable Object value) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(values);
        changed.put(column, value);
        return new Row(changed);
    }

    /// This row with no other columns than these, as far as it has them.
    public Row only(Set<String> columns) {
        Map<String, @Nullable Object> fewer = new LinkedHashMap<>(values);
        fewer.keySet().retainAll(columns);
        return new Row(fewer);
    }
}
