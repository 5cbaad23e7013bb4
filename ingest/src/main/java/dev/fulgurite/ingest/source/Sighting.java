package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// That a source wrote a record at a time, whatever the record says.
///
/// @param source the table; for Windows events the channel
/// @param computer that wrote the Windows event log, `""` for tables
/// @param number of the record in the log, null where records have none
public record Sighting(String source, String computer, Instant at, @Nullable Long number) {

    static Sighting of(Event event) {
        return new Sighting(event.table(), "", event.at(), null);
    }

    /// Null when the event does not say when and where it was written.
    static @Nullable Sighting of(WindowsEvent event) {
        try {
            return event.channel().isEmpty() || event.computer().isEmpty()
                    ? null
                    : of(event, event.at());
        } catch (BadRecord withoutTime) {
            return null;
        }
    }

    static Sighting of(WindowsEvent event, Instant at) {
        return new Sighting(
                event.channel(), event.computer(), at, WindowsNumber.parse(event.recordId()));
    }
}
