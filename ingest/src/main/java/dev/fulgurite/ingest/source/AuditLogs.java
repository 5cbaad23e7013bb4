package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.DirectoryChange;
import dev.fulgurite.ingest.event.DirectoryChange.Target;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Changes of the directory: users, applications, credentials, roles.
@AutoService(LogSource.class)
public final class AuditLogs implements LogSource {

    private static final List<String> KEPT =
            List.of(
                    "TargetResources",
                    "InitiatedBy",
                    "Result",
                    "ResultReason",
                    "Category",
                    "ActivityDisplayName",
                    "AADOperationType",
                    "LoggedByService",
                    "AdditionalDetails",
                    "CorrelationId");

    @Override
    public String name() {
        return "audit-logs";
    }

    @Override
    public String table() {
        return DirectoryChange.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        return EntraTables.of(record.columns()).equals(table()) && EntraRow.of(record).hasTime();
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        EntraRow row = EntraRow.of(record);
        Instant at = row.time();
        Map<String, Object> kept = kept(row);
        Columns initiator = row.object("InitiatedBy");
        return new DirectoryChange(
                row.id(at, kept),
                at,
                kept,
                operation(String.valueOf(kept.getOrDefault("OperationName", ""))),
                row.text("Result").equalsIgnoreCase("success"),
                initiator(initiator, row.text("Identity")),
                initiatorIp(row, initiator),
                Guid.normal(detail(row, "AppId")),
                row.objects("TargetResources").stream().map(AuditLogs::target).toList());
    }

    private static Map<String, Object> kept(EntraRow row) {
        Map<String, Object> kept = new LinkedHashMap<>(row.kept(KEPT));
        for (String column : List.of("OperationName", "ResultDescription")) {
            String text = row.outside(column);
            if (!text.isEmpty()) {
                kept.put(column, text);
            }
        }
        if (!kept.containsKey("OperationName") && !row.text("ActivityDisplayName").isEmpty()) {
            kept.put("OperationName", row.text("ActivityDisplayName"));
        }
        return kept;
    }

    /// Some exports write the name with a dash, some with a hyphen, some with a blank behind it.
    private static String operation(String name) {
        return ActivityRow.lower(name.replace('\u2013', '-').replace('\u2014', '-'));
    }

    private static CallerIdentity initiator(Columns by, String identity) {
        Columns user = by.object("user");
        if (!user.isEmpty()) {
            return user(user);
        }
        Columns app = by.object("app");
        String object = Guid.normal(app.text("servicePrincipalId"));
        String title = app.first("displayName", "servicePrincipalName");
        String name = object.isEmpty() ? app.first("appId", "displayName") : "";
        return object.isEmpty() && name.isEmpty()
                ? new CallerIdentity("", identity, "")
                : new CallerIdentity(object, name, title);
    }

    private static CallerIdentity user(Columns user) {
        String object = Guid.normal(user.text("id"));
        return new CallerIdentity(
                Guid.isNobody(object) ? "" : object,
                user.text("userPrincipalName"),
                user.text("displayName"));
    }

    private static Target target(Columns target) {
        return new Target(target.text("type"), user(target));
    }

    private static String initiatorIp(EntraRow row, Columns initiator) {
        return Stream.of(
                        initiator.object("user").text("ipAddress"),
                        row.outside("CallerIpAddress"),
                        detail(row, "ipaddr"))
                .filter(address -> !address.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String detail(EntraRow row, String key) {
        return row.objects("AdditionalDetails").stream()
                .filter(detail -> detail.text("key").equalsIgnoreCase(key))
                .map(detail -> detail.text("value"))
                .findFirst()
                .orElse("");
    }
}
