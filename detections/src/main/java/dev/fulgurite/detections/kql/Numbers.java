package dev.fulgurite.detections.kql;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Scalar functions over reals and times. What is null in is null out.
public final class Numbers {

    private Numbers() {}

    /// `floor(value, to)`, which is `bin`: in doubles, without correction of what they cannot hold,
    /// so that 0.5 to 0.00001 is 0.49999.
    public static @Nullable Double floor(@Nullable Double value, double to) {
        return value == null ? null : Double.valueOf(Math.floor(value / to) * to);
    }

    /// `bin(value, 1d)`: midnight, UTC.
    public static @Nullable Instant day(@Nullable Instant value) {
        return value == null ? null : value.truncatedTo(ChronoUnit.DAYS);
    }

    /// `datetime_diff(unit, a, b)`: how many boundaries of the unit lie between, not how much time.
    /// Units are those that every clock has: days and smaller.
    public static @Nullable Long datetimeDiff(
            ChronoUnit unit, @Nullable Instant a, @Nullable Instant b) {
        return a == null || b == null
                ? null
                : Long.valueOf(b.truncatedTo(unit).until(a.truncatedTo(unit), unit));
    }

    /// `value between (from .. to)`, both ends included; a null is within nothing.
    public static boolean between(
            @Nullable Instant value, @Nullable Instant from, @Nullable Instant to) {
        return value != null
                && from != null
                && to != null
                && !value.isBefore(from)
                && !value.isAfter(to);
    }
}
