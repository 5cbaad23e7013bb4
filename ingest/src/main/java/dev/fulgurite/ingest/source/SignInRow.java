package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.CallerIdentity;
import dev.fulgurite.ingest.event.SignIn;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A record of one of the four sign-in tables.
final class SignInRow {

    private static final List<String> KEPT =
            List.of(
                    "UserId",
                    "UserPrincipalName",
                    "ServicePrincipalId",
                    "ServicePrincipalName",
                    "IPAddress",
                    "UserAgent",
                    "LocationDetails",
                    "AppId",
                    "AppDisplayName",
                    "ResourceDisplayName",
                    "ClientAppUsed",
                    "AuthenticationRequirement",
                    "AuthenticationProtocol",
                    "ConditionalAccessStatus",
                    "RiskLevelDuringSignIn",
                    "RiskLevelAggregated",
                    "RiskState",
                    "RiskEventTypes_V2",
                    "CorrelationId");

    private static final Set<String> RISKS = Set.of("low", "medium", "high");
    private static final Set<String> OF_WORKLOADS =
            Set.of(EntraTables.SERVICE_PRINCIPALS, EntraTables.MANAGED_IDENTITIES);
    private static final Set<String> AT_RISK = Set.of("atrisk", "confirmedcompromised");

    private final EntraRow row;
    private final String table;

    private SignInRow(EntraRow row, String table) {
        this.row = row;
        this.table = table;
    }

    /// Whether a record is a row of the table; the result of a query over it, without a time or
    /// without who signed in, is not.
    static boolean isOf(String table, LogRecord record) {
        if (!EntraTables.of(record.columns()).equals(table)) {
            return false;
        }
        EntraRow row = EntraRow.of(record);
        return (row.hasTime() || !stepTime(row).isEmpty())
                && (row.has("UserId") || row.has("ServicePrincipalId"));
    }

    static SignIn event(String table, LogRecord record) throws BadRecord {
        return new SignInRow(EntraRow.of(record), table).event();
    }

    private SignIn event() throws BadRecord {
        Instant at = time();
        Map<String, Object> kept = kept();
        String result = String.valueOf(kept.getOrDefault("ResultType", ""));
        return new SignIn(
                row.id(at, kept),
                at,
                table,
                kept,
                caller(),
                row.text("IPAddress").isEmpty()
                        ? row.outside("CallerIpAddress")
                        : row.text("IPAddress"),
                Guid.normal(row.text("AppId")),
                result.equals("0"),
                risky());
    }

    /// An export without times of its own still has those of the steps of the sign-in.
    private Instant time() throws BadRecord {
        Instant step = row.hasTime() ? null : LogTime.parse(stepTime(row));
        return step == null ? row.time() : step;
    }

    private static String stepTime(EntraRow row) {
        List<Columns> steps = row.objects("AuthenticationDetails");
        return steps.isEmpty() ? "" : steps.getFirst().text("authenticationStepDateTime");
    }

    private Map<String, Object> kept() {
        Map<String, Object> kept = new LinkedHashMap<>(row.kept(KEPT));
        Columns status = row.object("Status");
        put(kept, "ResultType", row.outside("ResultType"), status.text("errorCode"));
        put(kept, "ResultDescription", row.outside("ResultDescription"), reason(status));
        String country = row.object("LocationDetails").text("countryOrRegion");
        String location = row.outside("Location");
        put(kept, "Location", location.startsWith("{") ? "" : location, country);
        return kept;
    }

    private static String reason(Columns status) {
        String reason = status.text("failureReason");
        return reason.equals("Other.") ? "" : reason;
    }

    private static void put(
            Map<String, Object> kept, String column, String written, String otherwise) {
        String text = written.isEmpty() ? otherwise : written;
        if (!text.isEmpty()) {
            kept.put(column, text);
        }
    }

    private CallerIdentity caller() {
        String user = Guid.normal(row.text("UserId"));
        String name = row.text("UserPrincipalName");
        boolean unnamed = Guid.isNobody(user);
        return unnamed && name.isBlank()
                ? new CallerIdentity(
                        Guid.normal(row.text("ServicePrincipalId")),
                        "",
                        row.text("ServicePrincipalName"))
                : new CallerIdentity(unnamed ? "" : user, name, "");
    }

    /// Of workloads each record says `low`, and that they are not at risk.
    private boolean risky() {
        if (OF_WORKLOADS.contains(table) && row.text("RiskState").equalsIgnoreCase("none")) {
            return false;
        }
        return RISKS.contains(ActivityRow.lower(row.text("RiskLevelDuringSignIn")))
                || RISKS.contains(ActivityRow.lower(row.text("RiskLevelAggregated")))
                || AT_RISK.contains(ActivityRow.lower(row.text("RiskState")));
    }
}
