package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import java.util.List;

/// What a record turned out to be.
public sealed interface Understanding {

    /// The table it is counted under.
    String table();

    /// An event, and the fields that its record should have and lacks.
    record Understood(String table, Event event, List<String> missing) implements Understanding {
        public Understood {
            missing = List.copyOf(missing);
        }
    }

    /// A record of a table that is not read, or not one of a log at all.
    record OutOfScope(String table, String reason) implements Understanding {}

    /// A record of a table that is read, without what makes it useful.
    record Unusable(String table, String reason) implements Understanding {}
}
