package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;

/// Sign-ins of Azure resources under the identity that Azure gave them.
@AutoService(LogSource.class)
public final class ManagedIdentitySignIns implements LogSource {

    @Override
    public String name() {
        return "managed-identity-sign-ins";
    }

    @Override
    public String table() {
        return EntraTables.MANAGED_IDENTITIES;
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
