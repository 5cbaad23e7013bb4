package dev.fulgurite.detections.kql;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One row of a [Table]; it never changes. A value is null, a `String`, `Long`, `Double`,
/// `Boolean`, `Instant`, or a dynamic one: a `List` or a `Map` of these.
public final class TableRow {

    /// Where each column stands; shared by all rows of a table.
    private final Map<String, Integer> places;

    private final @Nullable Object[] values;

    TableRow(Map<String, Integer> places, @Nullable Object[] values) {
        this.places = places;
        this.values = values;
    }

    /// A column that is not there is a mistake in the query.
    public @Nullable Object get(String column) {
        Integer place = places.get(column);
        if (place == null) {
            throw new IllegalArgumentException("no column " + column + " among " + places.keySet());
        }
        return values[place];
    }

    public boolean has(String column) {
        return places.containsKey(column);
    }

    /// A column of text: KQL has no null there, what is missing is `""`.
    public String text(String column) {
        return Dynamic.text(get(column));
    }

    public @Nullable Instant time(String column) {
        return (Instant) get(column);
    }

    /// The number in a column as a real; null when it is null or no number.
    public @Nullable Double real(String column) {
        return get(column) instanceof Number number ? Double.valueOf(number.doubleValue()) : null;
    }

    /// Values of several columns, fit to group or to join by.
    List<@Nullable Object> values(List<String> columns) {
        List<@Nullable Object> picked = new ArrayList<>(columns.size());
        for (String column : columns) {
            picked.add(get(column));
        }
        return picked;
    }

    /// The values in the order of the columns, with room for `size`.
    @Nullable Object[] copy(int size) {
        return Arrays.copyOf(values, size);
    }

    /// The same values under other columns.
    TableRow under(Map<String, Integer> others) {
        return new TableRow(others, values);
    }

    Map<String, Integer> places() {
        return places;
    }
}
