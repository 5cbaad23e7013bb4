package dev.fulgurite.detections.published;

import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What the queries about dormant identities share: the range of the run is their `starttime` and
/// `endtime`, and the time before it tells who was active.
final class Directory {

    static final List<String> SIGN_IN =
            List.of(
                    "TimeGenerated",
                    "ResultType",
                    "ResultDescription",
                    "UserId",
                    "UserPrincipalName",
                    "ServicePrincipalId",
                    "IPAddress",
                    "Location",
                    "LocationDetails",
                    "UserAgent",
                    "AppId",
                    "AppDisplayName",
                    "CorrelationId");

    static final List<String> CHANGE =
            List.of(
                    "TimeGenerated",
                    "OperationName",
                    "Result",
                    "ResultDescription",
                    "TargetResources",
                    "InitiatedBy",
                    "Category",
                    "CorrelationId");

    private static final Duration LOOKBACK = Duration.ofDays(14);

    private final Tables tables;
    private final Instant start;
    private final Instant end;

    Directory(Tables tables, Settings settings) {
        this.tables = tables;
        this.start = Objects.requireNonNullElse(settings.from(), Instant.MIN);
        this.end = Objects.requireNonNullElse(settings.to(), settings.now());
    }

    /// Changes of the range.
    Table changes() {
        return within(tables.read("AuditLogs", CHANGE.toArray(String[]::new)))
                .extend("TargetResources", row -> Dynamic.parse(row.text("TargetResources")));
    }

    Table signInsOf(String table) {
        return tables.read(table, SIGN_IN.toArray(String[]::new));
    }

    static Table succeeded(Table signIns) {
        return signIns.where(
                "ResultType == 0", "ResultType", row -> row.text("ResultType").equals("0"));
    }

    /// Who signed in with success between `endtime - 14d` and `starttime`.
    Set<String> active(Table signIns, String identity) {
        return succeeded(signIns).rows().stream()
                .filter(row ->
                        Numbers.between(row.time("TimeGenerated"), end.minus(LOOKBACK), start))
                .map(row -> row.text(identity))
                .collect(Collectors.toUnmodifiableSet());
    }

    Table within(Table table) {
        return table.where(
                "TimeGenerated between (starttime .. endtime)",
                "TimeGenerated",
                row -> Numbers.between(row.time("TimeGenerated"), start, end));
    }

    /// `TargetResources[0].name`
    static String target(TableRow row, String name) {
        return Dynamic.text(Dynamic.member(Dynamic.element(row.get("TargetResources"), 0), name));
    }

    /// What a sign-in before the change that it is joined with is told by; `""` for none.
    static String because(Instant change, Instant signIn) {
        return signIn.isBefore(change)
                ? "published joins in any order of time: linked takes no sign-in before the change"
                : "";
    }
}
