package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A source of Windows events, told by their channel and id in whichever shape they come.
interface WindowsSource extends LogSource {

    /// Lower case; the one its table is named after.
    default Set<String> channels() {
        return Set.of(table().toLowerCase(Locale.ROOT));
    }

    Set<Long> eventIds();

    /// The event that an accepted Windows event tells of.
    Event parse(WindowsEvent event) throws BadRecord;

    /// As of a record.
    ///
    /// @param told what [#parse(WindowsEvent)] made of the event
    default List<String> missing(WindowsEvent event, Event told) {
        return List.of();
    }

    default boolean accepts(WindowsEvent event) {
        return eventIds().contains(event.eventId())
                && channels().contains(event.channel().toLowerCase(Locale.ROOT));
    }

    @Override
    default boolean accepts(LogRecord record) {
        WindowsEvent event = WindowsEvent.of(record);
        return event != null && accepts(event);
    }

    @Override
    default Event parse(LogRecord record) throws BadRecord {
        WindowsEvent event = WindowsEvent.of(record);
        if (event == null) {
            throw new BadRecord("no Windows event");
        }
        event.check();
        return parse(event);
    }
}
