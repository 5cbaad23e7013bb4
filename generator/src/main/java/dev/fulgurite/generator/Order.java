package dev.fulgurite.generator;

import dev.fulgurite.generator.export.Shape;

/// What is to be made.
///
/// @param events distinct records, those of attacks included; what is written twice comes on top
/// @param seed equal seeds and sizes make the same events in every shape, and equal files in one
/// @param chains planted attacks, from a caller in Azure to a second host
/// @param clashes pairs of machines that share a computer name, and on which Run Command begins to
///   count its scripts anew at the same moment
/// @param skewSeconds how far the clock of a host is off at most, either way
/// @param duplicatePercent of the records that are written twice
public record Order(
        long events,
        long seed,
        Shape shape,
        int chains,
        int clashes,
        double skewSeconds,
        double duplicatePercent) {

    /// Room for an attack and for ordinary life around it.
    public static final int EVENTS_A_CHAIN = 200;

    /// Fails with [IllegalArgumentException] that says which number is out of its range.
    public Order {
        check(events >= 1, "events: at least 1");
        check(chains >= 0 && clashes >= 0, "chains and clashes: not below 0");
        check(
                events / EVENTS_A_CHAIN >= (long) chains + clashes,
                "events: at least " + EVENTS_A_CHAIN + " for each chain and clash");
        check(skewSeconds >= 0 && skewSeconds <= 3600, "skew: from 0 to 3600 seconds");
        check(
                duplicatePercent >= 0 && duplicatePercent <= 100,
                "duplicates: from 0 to 100 percent");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
