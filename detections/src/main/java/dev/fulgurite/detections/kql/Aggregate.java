package dev.fulgurite.detections.kql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What `summarize` makes of the rows of one group, under the name that KQL gives it unless
/// [#as(String)] gives another. Nulls count for nothing except in [#count()].
public record Aggregate(String column, Function<List<TableRow>, @Nullable Object> of) {

    /// The most values that `make_list` and `make_set` hold.
    public static final int MANY = 1_048_576;

    /// The most values that their old spellings, `makelist` and `makeset`, hold.
    public static final int FEW = 128;

    public Aggregate as(String name) {
        return new Aggregate(name, of);
    }

    public static Aggregate min(String column) {
        return minIf(column, _ -> true).as("min_" + column);
    }

    public static Aggregate minIf(String column, Predicate<TableRow> counted) {
        return new Aggregate(
                "minif_" + column,
                rows -> {
                    Object least = null;
                    for (TableRow row : rows) {
                        least = counted.test(row) ? Order.smaller(least, row.get(column)) : least;
                    }
                    return least;
                });
    }

    /// Of texts the last in the order of code units, whatever it means.
    public static Aggregate max(String column) {
        return new Aggregate(
                "max_" + column,
                rows -> {
                    Object greatest = null;
                    for (TableRow row : rows) {
                        greatest = Order.greater(greatest, row.get(column));
                    }
                    return greatest;
                });
    }

    /// The value of `column` in the row where `by` is greatest; of several such rows the greatest.
    public static Aggregate argMax(String by, String column) {
        return new Aggregate(
                column,
                rows ->
                        Collections.max(
                                        rows,
                                        Order.ascending(by).thenComparing(Order.ascending(column)))
                                .get(column));
    }

    public static Aggregate count() {
        return new Aggregate("count_", rows -> (long) rows.size());
    }

    public static Aggregate countIf(Predicate<TableRow> counted) {
        return new Aggregate("countif_", rows -> rows.stream().filter(counted).count());
    }

    /// Of whole numbers.
    public static Aggregate sum(String column) {
        return new Aggregate(
                "sum_" + column,
                rows ->
                        rows.stream()
                                .map(row -> row.get(column))
                                .mapToLong(value -> value instanceof Long number ? number : 0)
                                .sum());
    }

    /// Exact, as KQL's own is up to a thousand values.
    public static Aggregate dcount(String column) {
        return new Aggregate("dcount_" + column, rows -> (long) set(rows, column).size());
    }

    /// In the order of the rows; empty texts are kept.
    public static Aggregate makeList(String column) {
        return new Aggregate(
                "list_" + column,
                rows -> {
                    List<Object> list = new ArrayList<>();
                    for (TableRow row : rows) {
                        Object value = row.get(column);
                        if (value != null && list.size() < MANY) {
                            list.add(value);
                        }
                    }
                    return Collections.unmodifiableList(list);
                });
    }

    /// In the order in which the values come up.
    ///
    /// @param most values beyond this many are left out
    public static Aggregate makeSet(String column, int most) {
        return new Aggregate(
                "set_" + column, rows -> set(rows, column).stream().limit(most).toList());
    }

    /// Of bags one with the members of all; of equal names the first stands.
    public static Aggregate makeBag(String column) {
        return new Aggregate(
                "bag_" + column,
                rows -> {
                    Map<Object, Object> bag = new LinkedHashMap<>();
                    for (TableRow row : rows) {
                        if (row.get(column) instanceof Map<?, ?> members) {
                            members.forEach(bag::putIfAbsent);
                        }
                    }
                    return Collections.unmodifiableMap(bag);
                });
    }

    private static Set<Object> set(List<TableRow> rows, String column) {
        Set<Object> values = new LinkedHashSet<>();
        for (TableRow row : rows) {
            Object value = row.get(column);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }
}
