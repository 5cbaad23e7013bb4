package dev.fulgurite.investigation;

import java.time.Instant;

/// From a time to a time, both included.
public record TimeRange(Instant from, Instant to) {

    public TimeRange {
        if (to.isBefore(from)) {
            throw new IllegalArgumentException(to + " is before " + from);
        }
    }

    public boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
