package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;

/// Azure Activity log as its management API gives it: `az monitor activity-log list`, recordings of
/// attack tools, and the same in the snake_case of the Python library.
@AutoService(LogSource.class)
public final class AzureActivityRest implements LogSource {

    @Override
    public String name() {
        return "azure-activity-rest";
    }

    @Override
    public String table() {
        return CloudActivity.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        Columns columns = record.columns();
        return (columns.has("eventTimestamp") && columns.has("operationName"))
                || (columns.has("event_timestamp") && columns.has("operation_name"));
    }

    @Override
    public List<String> missing(LogRecord record) {
        return ActivityLogEntry.missing(record.columns());
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        return ActivityLogEntry.event(record.columns());
    }
}
