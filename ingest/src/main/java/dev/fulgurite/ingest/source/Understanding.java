package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a record turned out to be.
public sealed interface Understanding {

    /// The table it is counted under.
    String table();

    /// When it was written and by what; null when the record does not tell.
    @Nullable Sighting sighting();

    /// An event, and the fields that its record should have and lacks.
    record Understood(String table, Event event, List<String> missing, Sighting sighting)
            implements Understanding {
        public Understood {
            missing = List.copyOf(missing);
        }
    }

    /// A record of a table that is not read, or not one of a log at all.
    record OutOfScope(String table, String reason, @Nullable Sighting sighting)
            implements Understanding {}

    /// A record of a table that is read, without what makes it useful.
    record Unusable(String table, String reason, @Nullable Sighting sighting)
            implements Understanding {}
}
