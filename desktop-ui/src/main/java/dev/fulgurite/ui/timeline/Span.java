package dev.fulgurite.ui.timeline;

import java.time.Instant;

/// A stretch of time in nanoseconds since 1970, both ends included.
public record Span(long from, long to) {

    private static final long A_SECOND = 1_000_000_000L;

    /// Nothing is looked at closer than this: a fifth of a millisecond.
    private static final long LEAST = 200_000L;

    private static final long MOST = 50L * 366 * 86_400 * A_SECOND;

    /// What nanoseconds in a long reach to, with room for panning: the years 1720 to 2220.
    private static final long EDGE = 250L * 365 * 86_400 * A_SECOND;

    public Span {
        if (from > to) {
            throw new IllegalArgumentException("a span ends after it begins");
        }
    }

    /// A time beyond 1720 to 2220 is taken to be at that end.
    public static long nanos(Instant at) {
        long seconds = Math.clamp(at.getEpochSecond(), -EDGE / A_SECOND, EDGE / A_SECOND);
        return seconds * A_SECOND + (seconds == at.getEpochSecond() ? at.getNano() : 0);
    }

    public static Instant instant(long nanos) {
        return Instant.ofEpochSecond(
                Math.floorDiv(nanos, A_SECOND), Math.floorMod(nanos, A_SECOND));
    }

    /// From one time to another, whichever is earlier.
    public static Span between(long one, long other) {
        return new Span(Math.min(one, other), Math.max(one, other));
    }

    public long length() {
        return to - from;
    }

    public boolean holds(long nanos) {
        return from <= nanos && nanos <= to;
    }

    /// The place of a time on a line of some width.
    double x(long nanos, double width) {
        return width * ((double) (nanos - from) / Math.max(1, length()));
    }

    long at(double x, double width) {
        return from + Math.round(x / Math.max(1, width) * length());
    }

    /// Closer (factor above 1) or farther; what is at `fixed` stays where it is.
    Span zoomed(double factor, long fixed) {
        double length = Math.clamp(length() / factor, (double) LEAST, (double) MOST);
        double before = (double) (fixed - from) / Math.max(1, length());
        return from(fixed - Math.round(before * length), Math.round(length));
    }

    Span panned(long by) {
        return from(from + by, length());
    }

    /// Wide enough to be looked at, with some room at both ends.
    Span roomy() {
        long room = Math.max(LEAST, length() / 24);
        return from(from - room, length() + 2 * room);
    }

    private static Span from(long start, long length) {
        long first = Math.clamp(start, -EDGE, EDGE);
        return new Span(first, first + length);
    }
}
