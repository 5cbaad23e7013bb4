package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;

/// Sign-ins of applications with their own secret or certificate.
@AutoService(LogSource.class)
public final class ServicePrincipalSignIns implements LogSource {

    @Override
    public String name() {
        return "service-principal-sign-ins";
    }

    @Override
    public String table() {
        return EntraTables.SERVICE_PRINCIPALS;
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
