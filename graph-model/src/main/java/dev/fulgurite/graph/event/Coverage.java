package dev.fulgurite.graph.event;

import java.time.Instant;
import java.util.List;

/// When one file has records of one source, those that no event was made of included: what is
/// needed to tell later what is missing.
///
/// @param source the table; for Windows events the channel
/// @param computer that wrote the Windows event log, `""` for tables
/// @param records runs of consecutive record numbers (Windows' EventRecordID), in their order;
///   empty where records have no numbers. At most [#MOST_RUNS]: the smallest holes are closed first
/// @param active runs of hours with records, in the order of time, bounded in the same way
public record Coverage(
        String source,
        String computer,
        Instant first,
        Instant last,
        long count,
        List<Run> records,
        List<Run> active) {

    /// At most so many runs of a kind are kept.
    public static final int MOST_RUNS = 200;

    /// At most so many sources of a file are kept apart.
    public static final int MOST_SOURCES = 10_000;

    public Coverage {
        records = List.copyOf(records);
        active = List.copyOf(active);
    }

    /// Consecutive numbers, both ends included: of records, or of hours since 1970; and the times
    /// of the first and the last record in it.
    public record Run(long first, long last, Instant from, Instant to) {}
}
