package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;

/// What a record turned out to be.
public sealed interface Understanding {

    /// The table it is counted under.
    String table();

    /// An event.
    record Understood(String table, Event event) implements Understanding {}

    /// A record of a table that is not read, or not one of a log at all.
    record OutOfScope(String table, String reason) implements Understanding {}

    /// A record of a table that is read, without what makes it useful.
    record Unusable(String table, String reason) implements Understanding {}
}
