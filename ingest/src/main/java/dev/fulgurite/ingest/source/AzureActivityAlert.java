package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;

/// Azure Activity log as alerts on it hand an entry to a webhook: in the schema of their own or in
/// the one that all alerts of Azure Monitor share, by itself or as Azure Automation hands a
/// webhook's request on.
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
        Columns alert = alert(record.columns());
        return alert.has("schemaId") && entry(alert).has("eventTimestamp");
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        return ActivityLogEntry.event(entry(alert(record.columns())));
    }

    private static Columns alert(Columns columns) {
        return columns.has("RequestBody") ? columns.object("RequestBody") : columns;
    }

    private static Columns entry(Columns columns) {
        Columns data = columns.object("data");
        Columns own = data.object("context").object("activityLog");
        return own.isEmpty() ? data.object("alertContext") : own;
    }
}
