package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Run Command near an uncommon action of the same user, 1.0.8.
@AutoService(PublishedQuery.class)
public final class SuspiciousLogin implements PublishedQuery {

    private static final Duration BEFORE = Duration.ofHours(1);
    private static final Duration AFTER = Duration.ofHours(6);
    private static final String UNCOMMON = "ActionUncommonlyPerformedByUser";

    @Override
    public List<String> columns() {
        return List.of(
                "StartTime",
                "EndTime",
                "Subscription",
                "VirtualMachineName",
                "Caller",
                "CallerIpAddress",
                "UEBAEventTime",
                "UEBAActionType",
                "UEBASourceIPLocation",
                "UEBAActivityInsights",
                "UEBAUsersInsights",
                "timestamp",
                "AccountCustomEntity",
                "IPCustomEntity");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table near =
                RunCommands.inAnyEncoding(RunCommands.activity(tables))
                        .extend("joinkey", row -> Strings.lower(row.text("Caller")))
                        .join(JoinKind.INNER, uncommon(tables), "joinkey")
                        .where(
                                "StartTime between ((UEBAEventTime - 1h) .. (UEBAEventTime + 6h))",
                                "UEBAEventTime",
                                SuspiciousLogin::isNear)
                        .extend("timestamp", row -> row.get("StartTime"))
                        .extend("AccountCustomEntity", row -> row.get("Caller"))
                        .extend("IPCustomEntity", row -> row.get("CallerIpAddress"));
        return new TableAnswer(
                near.project(Columns.of(columns(), "CorrelationId")),
                Map.of("CorrelationId", "CorrelationId", "joinkey", "Caller"));
    }

    private static Table uncommon(Tables tables) {
        return tables.read(
                        "BehaviorAnalytics",
                        "TimeGenerated",
                        "EventSource",
                        "ActionType",
                        "UserPrincipalName",
                        "SourceIPLocation",
                        "ActivityInsights",
                        "UsersInsights")
                .extend("joinkey", row -> Strings.lower(row.text("UserPrincipalName")))
                .where(
                        "EventSource == \"Azure AD\"",
                        "EventSource",
                        row -> row.text("EventSource").equals("Azure AD"))
                .extend("ActivityInsights", row -> Dynamic.parse(row.text("ActivityInsights")))
                .extend("UsersInsights", row -> Dynamic.parse(row.text("UsersInsights")))
                .where(
                        "ActivityInsights." + UNCOMMON + " == \"True\"",
                        "ActivityInsights",
                        row -> "True".equals(Dynamic.member(row.get("ActivityInsights"), UNCOMMON)))
                .where(
                        "isnotempty(UserPrincipalName)",
                        "UserPrincipalName",
                        row -> !row.text("UserPrincipalName").isEmpty())
                .where(
                        "isnotempty(SourceIPLocation)",
                        "SourceIPLocation",
                        row -> !row.text("SourceIPLocation").isEmpty())
                .rename("TimeGenerated", "UEBAEventTime")
                .rename("ActionType", "UEBAActionType")
                .rename("SourceIPLocation", "UEBASourceIPLocation")
                .rename("ActivityInsights", "UEBAActivityInsights")
                .rename("UsersInsights", "UEBAUsersInsights");
    }

    private static boolean isNear(TableRow row) {
        Instant seen = row.time("UEBAEventTime");
        return seen != null
                && Numbers.between(row.time("StartTime"), seen.minus(BEFORE), seen.plus(AFTER));
    }
}
