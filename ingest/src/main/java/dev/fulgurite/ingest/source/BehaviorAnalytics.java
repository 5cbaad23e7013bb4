package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.BehaviorAnomaly;
import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// What Sentinel's analysis of behavior (UEBA) found in the records of other tables.
@AutoService(LogSource.class)
public final class BehaviorAnalytics implements LogSource {

    private static final List<String> KEPT =
            List.of(
                    "EventSource",
                    "ActionType",
                    "ActivityType",
                    "UserPrincipalName",
                    "UserName",
                    "SourceIPLocation",
                    "SourceIPAddress",
                    "SourceDevice",
                    "ActivityInsights",
                    "UsersInsights",
                    "InvestigationPriority",
                    "SourceRecordId");

    @Override
    public String name() {
        return "behavior-analytics";
    }

    @Override
    public String table() {
        return BehaviorAnomaly.TABLE;
    }

    @Override
    public boolean accepts(LogRecord record) {
        return EntraTables.of(record.columns()).equals(table()) && EntraRow.of(record).hasTime();
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        EntraRow row = EntraRow.of(record);
        Instant at = row.time();
        Map<String, Object> kept = row.kept(KEPT);
        return new BehaviorAnomaly(
                id(row, at, kept),
                at,
                kept,
                new CallerIdentity(
                        Guid.normal(row.object("UsersInsights").text("AccountObjectID")),
                        row.text("UserPrincipalName"),
                        row.text("UserName")),
                row.text("SourceIPAddress"),
                isTrue(row, "ActivityInsights", "ActionUncommonlyPerformedByUser"),
                isTrue(row, "UsersInsights", "IsDormantAccount"));
    }

    /// Found once in each record that it read; without that record's id only all that is said makes
    /// it one.
    private static String id(EntraRow row, Instant at, Map<String, Object> kept) {
        String read = EventId.own(row.text("SourceRecordId"));
        return read.isEmpty()
                ? row.id(at, kept)
                : EventId.of(at, BehaviorAnomaly.TABLE, read, row.text("ActionType"));
    }

    /// Documented as texts, `True` and `False`; some exports have made booleans of them.
    private static boolean isTrue(EntraRow row, String column, String insight) {
        return row.object(column).text(insight).equalsIgnoreCase("true");
    }
}
