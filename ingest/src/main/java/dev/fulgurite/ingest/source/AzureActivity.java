package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;

/// Azure Activity log as rows: the portal's CSV of either connector, and Log Analytics data export.
@AutoService(LogSource.class)
public final class AzureActivity implements LogSource {

    private static final String TIME = "TimeGenerated";

    @Override
    public String name() {
        return "azure-activity";
    }

    @Override
    public String table() {
        return CloudActivity.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        Columns columns = record.columns();
        if (!columns.has(TIME)) {
            return false;
        }
        String named = columns.first("Type", "$table");
        return named.isEmpty()
                ? columns.has("ActivityStatusValue")
                        || (columns.has("ActivityStatus") && columns.has("OperationName"))
                : named.equalsIgnoreCase(CloudActivity.TABLE);
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        Columns columns = record.columns();
        Instant at = Required.time(columns, TIME);
        String id = EventId.own(columns.text("EventDataId"));
        return ActivityRow.event(
                id.isEmpty() ? EventId.ofColumns(columns, TIME, at) : id,
                at,
                ActivityRow.KEPT.of(columns));
    }
}
