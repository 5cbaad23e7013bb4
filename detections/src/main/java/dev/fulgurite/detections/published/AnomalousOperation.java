package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Ipv4;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Order;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import dev.fulgurite.detections.kql.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// "Anomalous Azure Operation Hunting Model", 2.0.0: monitored operations of the last days beside
/// what caller, address and subscription did in the month before.
@AutoService(PublishedQuery.class)
public final class AnomalousOperation implements PublishedQuery {

    private static final Duration DETECTED = Duration.ofDays(3);
    private static final Duration ALL = Duration.ofDays(33);
    private static final String MONITORED_OPERATION =
            "microsoft.compute/virtualmachines/runcommand/action";
    private static final String MONITORED_RESOURCE = "microsoft.compute/virtualmachines";
    private static final int MASK = 16;
    private static final double THRESHOLD = 0.1;

    @Override
    public List<String> columns() {
        return List.of(
                "TimeGenerated",
                "subscriptionId",
                "ResourceProvider",
                "ResourceName",
                "OperationNameValue",
                "Caller",
                "CorrelationId",
                "ClientIP",
                "ActiveDaysOnSub",
                "avgMonOpOnSubs",
                "newCaller",
                "newCallerOnMonRes",
                "newIpMask",
                "newIpMaskOnMonRes",
                "newMonOpOnSubs",
                "anomCallerMonRes",
                "isMonitoredOp",
                "isMonitoredResource");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Instant split = settings.now().minus(DETECTED);
        Table events = events(new Tables(source), settings.now());
        Table training =
                events.where(
                        "TimeGenerated < ago(3d)", "TimeGenerated", row -> at(row).isBefore(split));
        Table detected =
                events.where(
                                "TimeGenerated >= ago(3d)",
                                "TimeGenerated",
                                row -> !at(row).isBefore(split))
                        .where(
                                "isMonitoredOp == 1",
                                "OperationNameValue",
                                row -> isOne(row, "isMonitoredOp"));
        Table anomalies =
                new TrainedModel(training)
                        .beside(detected)
                        .extend("ActiveDaysOnSub", AnomalousOperation::activeDays)
                        .extend("avgMonOpOnSubs", AnomalousOperation::average)
                        .extend("newCaller", row -> missing(row, "countOnCaller"))
                        .extend("newCallerOnMonRes", row -> missing(row, "firstMonResOnCaller"))
                        .extend("newIpMask", row -> missing(row, "countOnMask"))
                        .extend("newIpMaskOnMonRes", row -> missing(row, "firstMonResOnMask"))
                        .extend("newMonOpOnSubs", row -> missing(row, "firstMonResOnSubs"))
                        .extend("anomCallerMonRes", AnomalousOperation::anomalous)
                        .order(
                                Order.descending("TimeGenerated")
                                        .thenComparing(Order.ascending(Tables.EVENT)));
        return TableAnswer.of(
                anomalies.project(Columns.of(columns(), Tables.EVENT)), "CorrelationId");
    }

    private static Table events(Tables tables, Instant now) {
        return tables.read(
                        "AzureActivity",
                        "TimeGenerated",
                        "OperationNameValue",
                        "ActivityStatusValue",
                        "SubscriptionId",
                        "ResourceId",
                        "_ResourceId",
                        "ResourceProvider",
                        "Caller",
                        "CallerIpAddress",
                        "CorrelationId")
                .where(
                        "TimeGenerated between (ago(33d) .. now())",
                        "TimeGenerated",
                        row -> Numbers.between(row.time("TimeGenerated"), now.minus(ALL), now))
                .where(
                        "isnotempty(CallerIpAddress)",
                        "CallerIpAddress",
                        row -> !row.text("CallerIpAddress").isEmpty())
                .where(
                        "ActivityStatusValue has_any ('Success', 'Succeeded')",
                        "ActivityStatusValue",
                        row -> Terms.hasAny(row.get("ActivityStatusValue"), "Success", "Succeeded"))
                .rename("SubscriptionId", "subscriptionId")
                .rename("CallerIpAddress", "ClientIP")
                .extend("ResourceName", AnomalousOperation::resource)
                .extend("OperationNameValue", row -> Strings.lower(row.text("OperationNameValue")))
                .extend("timeSlice", row -> Numbers.day(row.time("TimeGenerated")))
                .extend("clientIpMask", row -> Ipv4.mask(row.text("ClientIP"), MASK))
                .extend("isMonitoredOp", row -> has(row, MONITORED_OPERATION))
                .extend("isMonitoredResource", row -> has(row, MONITORED_RESOURCE));
    }

    private static String resource(TableRow row) {
        String id = row.text(row.text("_ResourceId").isEmpty() ? "ResourceId" : "_ResourceId");
        return Strings.lower(Strings.split(id, "/", -1));
    }

    private static Long has(TableRow row, String monitored) {
        return Terms.has(row.get("OperationNameValue"), monitored) ? 1L : 0L;
    }

    private static Instant at(TableRow row) {
        Instant at = row.time("TimeGenerated");
        return at == null ? Instant.MIN : at;
    }

    private static @Nullable Long activeDays(TableRow row) {
        return Numbers.datetimeDiff(
                ChronoUnit.DAYS, row.time("timeSlice"), row.time("firstSeenOnSubs"));
    }

    /// Null on the day the subscription was first seen: the query divides by zero there.
    private static @Nullable Double average(TableRow row) {
        Double operations = row.real("countMonOpOnSubs");
        Double days = row.real("ActiveDaysOnSub");
        return operations == null || days == null || days == 0
                ? null
                : Numbers.floor(operations / days, 0.01);
    }

    private static Long missing(TableRow row, String column) {
        return row.get(column) == null ? 1L : 0L;
    }

    private static Long anomalous(TableRow row) {
        return isLow(row.real("Jaccard_AB")) || isLow(row.real("P_AIB")) ? 1L : 0L;
    }

    private static boolean isLow(@Nullable Double metric) {
        return metric != null && metric <= THRESHOLD;
    }

    static boolean isOne(TableRow row, String column) {
        return Long.valueOf(1).equals(row.get(column));
    }
}
