package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;

/// A table in one of the shapes it is exported in. Every source is found by itself: one file with
/// `@AutoService(LogSource.class)`. No record is accepted by two sources.
public interface LogSource {

    /// Names the source and its shape, such as `azure-activity-diagnostic`.
    String name();

    /// The table that its records belong to.
    String table();

    /// Whether a record is one of this source, told from its columns.
    boolean accepts(LogRecord record);

    /// Fields that every record of this shape has when nobody took them away and that this one
    /// lacks: what they would say is missing from the graph.
    default List<String> missing(LogRecord record) {
        return List.of();
    }

    /// The event that an accepted record tells of.
    Event parse(LogRecord record) throws BadRecord;
}
