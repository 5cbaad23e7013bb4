package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.Locale;

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
    public Event parse(LogRecord record) throws BadRecord {
        Columns columns = record.columns();
        Instant at = Required.time(columns, "eventTimestamp", "event_timestamp");
        String resourceId = columns.first("resourceId", "resource_id").toLowerCase(Locale.ROOT);
        return new ActivityRow()
                .with("OperationNameValue", value(columns, "operationName", "operation_name"))
                .with("ActivityStatusValue", value(columns, "status", "status"))
                .with("CorrelationId", columns.first("correlationId", "correlation_id"))
                .with("Caller", columns.text("caller"))
                .with("CallerIpAddress", address(columns))
                .with("Authorization", columns.text("authorization"))
                .with("SubscriptionId", columns.first("subscriptionId", "subscription_id"))
                .with("_ResourceId", resourceId)
                .with("ResourceGroup", columns.first("resourceGroupName", "resource_group_name"))
                .with(
                        "ResourceProviderValue",
                        value(columns, "resourceProviderName", "resource_provider_name"))
                .with("CategoryValue", value(columns, "category", "category"))
                .with("Claims", columns.text("claims"))
                .with("Properties", columns.text("properties"))
                .with("EventDataId", eventDataId(columns))
                .event(at);
    }

    /// The `value` of a `{value, localizedValue}` pair, or the text itself.
    private static String value(Columns columns, String camel, String snake) {
        String name = columns.has(camel) ? camel : snake;
        Columns pair = columns.object(name);
        return pair.isEmpty() ? columns.text(name) : pair.text("value");
    }

    private static String address(Columns columns) {
        return columns.has("httpRequest")
                ? columns.object("httpRequest").text("clientIpAddress")
                : columns.object("http_request").text("client_ip_address");
    }

    /// Named, or within the record's own path: `…/events/<id>/ticks/…`.
    private static String eventDataId(Columns columns) {
        String named = columns.first("eventDataId", "event_data_id");
        String path = columns.text("id").toLowerCase(Locale.ROOT);
        return named.isEmpty() ? ActivityRow.segment(path, "events") : named;
    }
}
