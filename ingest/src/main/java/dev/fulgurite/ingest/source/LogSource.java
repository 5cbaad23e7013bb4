package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;

/// A table in one of the shapes it is exported in. Every source is found by itself: one file with
/// `@AutoService(LogSource.class)`. No record is accepted by two sources.
public interface LogSource {

    /// Names the source and its shape, such as `azure-activity-diagnostic`.
    String name();

    /// The table that its records belong to.
    String table();

    /// Whether a record is one of this source, told from its columns.
    boolean accepts(LogRecord record);

    /// The event that an accepted record tells of.
    Event parse(LogRecord record) throws BadRecord;
}
