package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;

/// Sign-ins that an application did for a person.
@AutoService(LogSource.class)
public final class NonInteractiveSignIns implements LogSource {

    @Override
    public String name() {
        return "non-interactive-sign-ins";
    }

    @Override
    public String table() {
        return EntraTables.NON_INTERACTIVE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        return SignInRow.isOf(table(), record);
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        return SignInRow.event(table(), record);
    }
}
