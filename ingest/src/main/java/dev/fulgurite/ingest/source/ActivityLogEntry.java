package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// An entry of the Azure Activity log under the names of its management API, in camelCase or
/// snake_case, with `{value, localizedValue}` pairs or plain texts.
final class ActivityLogEntry {

    private static final List<List<String>> ALWAYS =
            List.of(
                    List.of("correlationId", "correlation_id"),
                    List.of("authorization"),
                    List.of("httpRequest", "http_request"),
                    List.of("caller"));

    private ActivityLogEntry() {}

    static CloudActivity event(Columns entry) throws BadRecord {
        Instant at = Required.time(entry, "eventTimestamp", "event_timestamp");
        String resourceId = resourceId(entry);
        return new ActivityRow()
                .with("OperationNameValue", value(entry, "operationName", "operation_name"))
                .with("ActivityStatusValue", value(entry, "status", "status"))
                .with("CorrelationId", entry.first("correlationId", "correlation_id"))
                .with("Caller", entry.text("caller"))
                .with("CallerIpAddress", address(entry))
                .with("Authorization", entry.text("authorization"))
                .with("SubscriptionId", subscription(entry, resourceId))
                .with("_ResourceId", resourceId)
                .with("ResourceGroup", entry.first("resourceGroupName", "resource_group_name"))
                .with(
                        "ResourceProviderValue",
                        value(entry, "resourceProviderName", "resource_provider_name"))
                .with("CategoryValue", value(entry, "category", "eventSource"))
                .with("Claims", entry.text("claims"))
                .with("Properties", entry.text("properties"))
                .with("EventDataId", eventDataId(entry))
                .event(at);
    }

    static List<String> missing(Columns entry) {
        return ALWAYS.stream()
                .filter(names -> names.stream().allMatch(name -> entry.text(name).isEmpty()))
                .map(List::getFirst)
                .toList();
    }

    /// The `value` of a `{value, localizedValue}` pair, or the text itself.
    private static String value(Columns entry, String name, String otherwise) {
        String there = entry.has(name) ? name : otherwise;
        Columns pair = entry.object(there);
        return pair.isEmpty() ? entry.text(there) : pair.text("value");
    }

    private static String address(Columns entry) {
        return entry.has("httpRequest")
                ? entry.object("httpRequest").text("clientIpAddress")
                : entry.object("http_request").text("client_ip_address");
    }

    /// Named, or what the entry's own path begins with: `<resource>/events/<id>/ticks/…`.
    private static String resourceId(Columns entry) {
        String named = entry.first("resourceId", "resource_id");
        String path = entry.text("id");
        int end = path.lastIndexOf("/events/");
        return (named.isEmpty() && end > 0 ? path.substring(0, end) : named)
                .toLowerCase(Locale.ROOT);
    }

    private static String subscription(Columns entry, String resourceId) {
        String named = entry.first("subscriptionId", "subscription_id");
        return named.isEmpty() ? ActivityRow.segment(resourceId, "subscriptions") : named;
    }

    /// Named, or within the entry's own path: `…/events/<id>/ticks/…`.
    private static String eventDataId(Columns entry) {
        String named = entry.first("eventDataId", "event_data_id");
        String path = entry.text("id").toLowerCase(Locale.ROOT);
        return named.isEmpty() ? ActivityRow.segment(path, "events") : named;
    }
}
