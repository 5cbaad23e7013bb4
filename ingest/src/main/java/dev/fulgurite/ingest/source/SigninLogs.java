package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;

/// Sign-ins of people, with them at the keyboard.
@AutoService(LogSource.class)
public final class SigninLogs implements LogSource {

    @Override
    public String name() {
        return "signin-logs";
    }

    @Override
    public String table() {
        return EntraTables.SIGN_INS;
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
