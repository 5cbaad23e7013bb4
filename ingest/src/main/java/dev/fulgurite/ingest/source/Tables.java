package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Names the table of a record that no source reads, so that the ledger can say what was left
/// aside.
final class Tables {

    static final String UNRECOGNISED = "unrecognised";
    static final String NOT_READ = "not read yet";
    static final String OF_NO_TABLE = "columns of no known table";

    /// What the portal's "Download as CSV" holds of the activity log.
    private static final String SHOWN =
            "the portal's list of the activity log, which has no addresses and no resource ids;"
                    + " export it with `az monitor activity-log list` or from Log Analytics";

    /// The data of a Windows event without their names.
    static final String FLUENT_BIT = "StringInserts";

    private static final String NAMELESS =
            "Windows events of Fluent Bit, whose data have no names; export the log itself (EVTX)";

    private static final String ACTIVITY = "AzureActivity";
    private static final String STREAMED = "AdvancedHunting-";

    private static final Set<String> KNOWN =
            Set.of(
                    "AADManagedIdentitySignInLogs",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AlertEvidence",
                    "AlertInfo",
                    "AuditLogs",
                    ACTIVITY,
                    "AzureDiagnostics",
                    "BehaviorAnalytics",
                    "CloudAppEvents",
                    "CommonSecurityLog",
                    "DeviceEvents",
                    "DeviceFileCertificateInfo",
                    "DeviceFileEvents",
                    "DeviceImageLoadEvents",
                    "DeviceInfo",
                    "DeviceLogonEvents",
                    "DeviceNetworkEvents",
                    "DeviceNetworkInfo",
                    "DeviceProcessEvents",
                    "DeviceRegistryEvents",
                    "Event",
                    "Heartbeat",
                    "IdentityInfo",
                    "OfficeActivity",
                    "SecurityAlert",
                    "SecurityEvent",
                    "SecurityIncident",
                    "SigninLogs",
                    "Syslog",
                    "WindowsEvent");

    private static final List<String> TIMES =
            List.of("TimeGenerated", "Timestamp", "CreatedDateTime", "ActivityDateTime", "time");

    private Tables() {}

    /// A table, and why its record is out of scope.
    record Naming(String table, String reason) {}

    static Naming name(Columns columns) {
        if (columns.has("Event initiated by") && columns.has("Operation name")) {
            return new Naming(ACTIVITY, SHOWN);
        }
        if (columns.has(FLUENT_BIT) && columns.has("EventID")) {
            return new Naming(columns.text("Channel") + " " + columns.text("EventID"), NAMELESS);
        }
        String table = table(columns);
        if (table.equals(UNRECOGNISED)) {
            return new Naming(table, OF_NO_TABLE);
        }
        boolean diagnostic = columns.has("time") && columns.has("category");
        String missing =
                diagnostic && table.equals(ACTIVITY)
                        ? missingInDiagnostic(columns)
                        : missing(columns, table);
        String what = diagnostic ? "a record without " : "the result of a query, without ";
        return new Naming(table, missing.isEmpty() ? NOT_READ : what + missing);
    }

    private static String missingInDiagnostic(Columns columns) {
        return Stream.of("operationName", "resourceId")
                .filter(column -> !columns.has(column))
                .collect(Collectors.joining(" and "));
    }

    /// What every row of the table has and the result of a query over it may lack.
    private static String missing(Columns columns, String table) {
        List<String> missing = new ArrayList<>();
        if (TIMES.stream().noneMatch(columns::has)) {
            missing.add("TimeGenerated");
        }
        boolean signIn = table.endsWith("SignInLogs") || table.equals(EntraTables.SIGN_INS);
        boolean who =
                columns.has("UserId")
                        || columns.has("ServicePrincipalId")
                        || columns.has("properties");
        if (signIn && !who) {
            missing.add("UserId");
        }
        return String.join(" and ", missing);
    }

    private static String table(Columns columns) {
        String named = columns.first("Type", "$table");
        if (KNOWN.contains(named) || (isName(named) && columns.has("TimeGenerated"))) {
            return named;
        }
        String category = columns.text("category");
        if (category.startsWith(STREAMED) && isName(category.substring(STREAMED.length()))) {
            return category.substring(STREAMED.length());
        }
        String entra = EntraTables.of(columns);
        if (!entra.isEmpty()) {
            return entra;
        }
        String byColumns = byColumns(columns);
        boolean diagnostic = columns.has("time") && columns.has("operationName");
        return byColumns.equals(UNRECOGNISED) && diagnostic && isName(category)
                ? category
                : byColumns;
    }

    private static String byColumns(Columns columns) {
        String defender = DefenderTables.byColumns(columns);
        if (!defender.isEmpty()) {
            return defender;
        }
        boolean activity =
                columns.has("ActivityStatusValue")
                        || columns.has("ActivityStatus")
                        || columns.text("category").equals("Administrative");
        return activity ? ACTIVITY : UNRECOGNISED;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 100
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
}
