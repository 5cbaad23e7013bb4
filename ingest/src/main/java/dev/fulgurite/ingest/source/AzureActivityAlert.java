package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;

/// Azure Activity log as alerts on it hand an entry to a webhook: in the schema of their own or in
/// the one that all alerts of Azure Monitor share.
@AutoService(LogSource.class)
public final class AzureActivityAlert implements LogSource {

    @Override
    public String name() {
        return "azure-activity-alert";
    }

    @Override
    public String table() {
        return CloudActivity.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        Columns columns = record.columns();
        return columns.has("schemaId") && entry(columns).has("eventTimestamp");
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        return ActivityLogEntry.event(entry(record.columns()));
    }

    private static Columns entry(Columns columns) {
        Columns data = columns.object("data");
        Columns own = data.object("context").object("activityLog");
        return own.isEmpty() ? data.object("alertContext") : own;
    }
}
