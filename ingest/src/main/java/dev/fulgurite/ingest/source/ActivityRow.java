package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.CloudActivity.Status;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An AzureActivity row under the column names of Log Analytics, which every shape is brought to.
final class ActivityRow {

    static final Kept KEPT =
            new Kept(
                    List.of(
                            "OperationNameValue",
                            "OperationName",
                            "ActivityStatusValue",
                            "ActivityStatus",
                            "CorrelationId",
                            "Caller",
                            "CallerIpAddress",
                            "Authorization",
                            "SubscriptionId",
                            "_SubscriptionId",
                            "ResourceId",
                            "_ResourceId",
                            "Resource",
                            "ResourceGroup",
                            "ResourceProvider",
                            "ResourceProviderValue",
                            "Category",
                            "CategoryValue",
                            "Claims",
                            "Properties",
                            "EventDataId"),
                    Set.of());

    /// The claim with the object id of the caller.
    static final String OBJECT_ID = "http://schemas.microsoft.com/identity/claims/objectidentifier";

    private static final Set<String> OWN_PRINCIPAL = Set.of("user", "serviceprincipal");

    private final Map<String, Object> columns = new LinkedHashMap<>();

    /// Sets a column unless the text is empty.
    ActivityRow with(String column, String text) {
        if (!text.isEmpty()) {
            columns.put(column, text);
        }
        return this;
    }

    /// The event of a row that brings no id or says all that its record does.
    CloudActivity event(Instant at) {
        String id = EventId.own(text(columns, "EventDataId"));
        return event(id.isEmpty() ? EventId.ofColumns(columns, at) : id, at, columns);
    }

    static CloudActivity event(String id, Instant at, Map<String, Object> columns) {
        Columns authorization = authorization(columns);
        Columns created = created(text(columns, "Properties"));
        String resourceId =
                lower(first(columns, authorization.text("scope"), "_ResourceId", "ResourceId"));
        return new CloudActivity(
                id,
                at,
                columns,
                operation(columns, authorization),
                status(first(columns, "", "ActivityStatusValue", "ActivityStatus")),
                withoutSlash(resourceId),
                lower(
                        first(
                                columns,
                                segment(resourceId, "subscriptions"),
                                "_SubscriptionId",
                                "SubscriptionId")),
                lower(text(columns, "CorrelationId")),
                new CallerIdentity(objectId(columns, authorization), text(columns, "Caller"), ""),
                text(columns, "CallerIpAddress"),
                created.object("osProfile").text("computerName"),
                lower(created.text("vmId")));
    }

    /// Parsed only when something is told there alone: most rows say it in columns too.
    private static Columns authorization(Map<String, Object> columns) {
        String text = text(columns, "Authorization");
        boolean needed =
                !columns.containsKey("OperationNameValue")
                        || first(columns, "", "_ResourceId", "ResourceId").isEmpty()
                        || text.contains("principalId");
        return Columns.ofJson(needed ? text : "");
    }

    /// The segment that follows `name` in a lower-case resource id; `""` when there is none.
    static String segment(String resourceId, String name) {
        String before = "/" + name + "/";
        int at = resourceId.indexOf(before);
        if (at < 0) {
            return "";
        }
        int from = at + before.length();
        int to = resourceId.indexOf('/', from);
        return resourceId.substring(from, to < 0 ? resourceId.length() : to);
    }

    private static String operation(Map<String, Object> columns, Columns authorization) {
        String value = text(columns, "OperationNameValue");
        String action = value.isEmpty() ? authorization.text("action") : value;
        return lower(action.isEmpty() ? text(columns, "OperationName") : action);
    }

    private static Status status(String written) {
        return switch (lower(written)) {
            case "start", "started" -> Status.START;
            case "accept", "accepted" -> Status.ACCEPT;
            case "success", "succeeded" -> Status.SUCCESS;
            case "failure", "failed" -> Status.FAILURE;
            default -> Status.OTHER;
        };
    }

    /// Of the claims, or of the principal whose role allowed the operation: unless that is a group,
    /// which many callers are in.
    private static String objectId(Map<String, Object> columns, Columns authorization) {
        String claims = text(columns, "Claims");
        String claimed = claims.contains(OBJECT_ID) ? Columns.ofJson(claims).text(OBJECT_ID) : "";
        Columns evidence = authorization.object("evidence");
        boolean own = OWN_PRINCIPAL.contains(lower(evidence.text("principalType")));
        return Guid.normal(claimed.isEmpty() && own ? evidence.text("principalId") : claimed);
    }

    /// Told by the creation of a VM, in a JSON text within the properties.
    private static Columns created(String properties) {
        boolean told = properties.contains("computerName") || properties.contains("vmId");
        return Columns.ofJson(told ? properties : "").object("responseBody").object("properties");
    }

    private static String first(Map<String, Object> columns, String otherwise, String... names) {
        for (String name : names) {
            String text = text(columns, name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return otherwise;
    }

    private static String text(Map<String, Object> columns, String name) {
        Object value = columns.get(name);
        return value == null ? "" : value.toString();
    }

    private static String withoutSlash(String resourceId) {
        return resourceId.endsWith("/")
                ? resourceId.substring(0, resourceId.length() - 1)
                : resourceId;
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
