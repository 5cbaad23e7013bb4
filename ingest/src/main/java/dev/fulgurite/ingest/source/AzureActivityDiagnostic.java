package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/// Azure Activity log as diagnostic settings write it to storage and event hubs. The row is the one
/// that Log Analytics derives from the record.
@AutoService(LogSource.class)
public final class AzureActivityDiagnostic implements LogSource {

    /// Before 2018 a record bore the kind of its operation there.
    private static final Set<String> CATEGORIES =
            Set.of(
                    "administrative",
                    "security",
                    "servicehealth",
                    "alert",
                    "recommendation",
                    "policy",
                    "autoscale",
                    "resourcehealth",
                    "write",
                    "delete",
                    "action");

    private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

    @Override
    public String name() {
        return "azure-activity-diagnostic";
    }

    @Override
    public String table() {
        return CloudActivity.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        Columns columns = record.columns();
        if (!columns.has("time") || !columns.has("operationName") || !columns.has("resourceId")) {
            return false;
        }
        String category = columns.text("category");
        return category.isEmpty()
                ? columns.has("identity") && columns.has("resultType")
                : CATEGORIES.contains(ActivityRow.lower(category));
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        Columns columns = record.columns();
        Instant at = Required.time(columns, "time");
        Columns identity = columns.object("identity");
        String resourceId = columns.text("resourceId").toLowerCase(Locale.ROOT);
        String subscription = ActivityRow.segment(resourceId, "subscriptions");
        return new ActivityRow()
                .with("OperationNameValue", columns.text("operationName"))
                .with("ActivityStatusValue", columns.text("resultType"))
                .with("CorrelationId", columns.text("correlationId"))
                .with("Caller", caller(columns, identity))
                .with("CallerIpAddress", columns.text("callerIpAddress"))
                .with("Authorization", identity.text("authorization"))
                .with("SubscriptionId", subscription)
                .with("_SubscriptionId", subscription)
                .with("_ResourceId", resourceId)
                .with("CategoryValue", columns.text("category"))
                .with("Claims", identity.text("claims"))
                .with("Properties", columns.text("properties"))
                .with("EventDataId", eventDataId(columns))
                .event(at);
    }

    private static String eventDataId(Columns columns) {
        String named = columns.text("eventDataId");
        return named.isEmpty() ? columns.object("properties").text("eventDataId") : named;
    }

    private static String caller(Columns columns, Columns identity) {
        Columns claims = identity.object("claims");
        // A program has neither name: the table's Caller shows its object id.
        String claimed =
                claims.first(
                        CLAIMS + "upn", CLAIMS + "name", "name", ActivityRow.OBJECT_ID, "appid");
        // An identity that is no object is a name by itself.
        return claimed.isEmpty() && identity.isEmpty() ? plain(columns.text("identity")) : claimed;
    }

    private static String plain(String identity) {
        return identity.startsWith("{") || identity.startsWith("[") ? "" : identity.strip();
    }
}
