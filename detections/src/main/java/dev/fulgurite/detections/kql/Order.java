package dev.fulgurite.detections.kql;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/// `order by`: nulls come first in ascending order and last in descending; texts are compared by
/// code unit.
public final class Order {

    private static final Comparator<@Nullable Object> VALUES = Order::compare;

    private Order() {}

    public static Comparator<TableRow> ascending(String column) {
        return (a, b) -> VALUES.compare(a.get(column), b.get(column));
    }

    public static Comparator<TableRow> descending(String column) {
        return ascending(column).reversed();
    }

    /// The greater of two values of one type, a null being less than any other.
    static @Nullable Object greater(@Nullable Object a, @Nullable Object b) {
        return VALUES.compare(a, b) < 0 ? b : a;
    }

    /// The smaller of two values, a null counting for none.
    static @Nullable Object smaller(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return VALUES.compare(a, b) > 0 ? b : a;
    }

    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return Boolean.compare(a != null, b != null);
        }
        if (a instanceof Instant first && b instanceof Instant second) {
            return first.compareTo(second);
        }
        if (a instanceof Long first && b instanceof Long second) {
            return first.compareTo(second);
        }
        if (a instanceof Number first && b instanceof Number second) {
            return Double.compare(first.doubleValue(), second.doubleValue());
        }
        return Dynamic.text(a).compareTo(Dynamic.text(b));
    }
}
