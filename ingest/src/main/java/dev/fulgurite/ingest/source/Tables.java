package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Names the table of a record that no source reads, so that the ledger can say what was left
/// aside.
final class Tables {

    static final String UNRECOGNISED = "unrecognised";
    static final String NOT_READ = "not read yet";
    static final String OF_NO_TABLE = "columns of no known table";

    private static final String STREAMED = "AdvancedHunting-";

    private static final Set<String> KNOWN =
            Set.of(
                    "AADManagedIdentitySignInLogs",
                    "AADNonInteractiveUserSignInLogs",
                    "AADServicePrincipalSignInLogs",
                    "AlertEvidence",
                    "AlertInfo",
                    "AuditLogs",
                    "AzureActivity",
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
        String table = table(columns);
        if (table.equals(UNRECOGNISED)) {
            return new Naming(table, OF_NO_TABLE);
        }
        String missing = missing(columns, table);
        return new Naming(
                table, missing.isEmpty() ? NOT_READ : "the result of a query, without " + missing);
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
        return entra.isEmpty() ? byColumns(columns) : entra;
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
        return activity ? "AzureActivity" : UNRECOGNISED;
    }

    private static boolean isName(String text) {
        return !text.isEmpty()
                && text.length() <= 100
                && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
    }
}
