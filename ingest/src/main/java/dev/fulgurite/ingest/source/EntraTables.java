package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells the table of a directory record: named by a row or by the category of a diagnostic record,
/// else told from the columns.
final class EntraTables {

    static final String SIGN_INS = "SigninLogs";
    static final String NON_INTERACTIVE = "AADNonInteractiveUserSignInLogs";
    static final String SERVICE_PRINCIPALS = "AADServicePrincipalSignInLogs";
    static final String MANAGED_IDENTITIES = "AADManagedIdentitySignInLogs";
    static final String AUDIT = "AuditLogs";
    static final String BEHAVIOR = "BehaviorAnalytics";

    private static final Set<String> ALL =
            Set.of(
                    SIGN_INS,
                    NON_INTERACTIVE,
                    SERVICE_PRINCIPALS,
                    MANAGED_IDENTITIES,
                    AUDIT,
                    BEHAVIOR);

    static final Map<String, String> BY_CATEGORY =
            Map.of(
                    "SignInLogs", SIGN_INS,
                    "NonInteractiveUserSignInLogs", NON_INTERACTIVE,
                    "ServicePrincipalSignInLogs", SERVICE_PRINCIPALS,
                    "ManagedIdentitySignInLogs", MANAGED_IDENTITIES,
                    "AuditLogs", AUDIT);

    /// What the directory's own interface calls the kinds of sign-ins.
    private static final List<Map.Entry<String, String>> BY_EVENT_TYPE =
            List.of(
                    Map.entry("nonInteractiveUser", NON_INTERACTIVE),
                    Map.entry("servicePrincipal", SERVICE_PRINCIPALS),
                    Map.entry("managedIdentity", MANAGED_IDENTITIES));

    private EntraTables() {}

    /// `""` when the record is of none of these tables.
    static String of(Columns columns) {
        String named = columns.first("Type", "$table");
        if (!named.isEmpty()) {
            return ALL.contains(named) ? named : "";
        }
        if (columns.has("properties") && columns.has("category")) {
            return BY_CATEGORY.getOrDefault(columns.text("category"), "");
        }
        if (columns.has("createdDateTime") || columns.has("activityDateTime")) {
            return ofInterface(columns);
        }
        return ofColumns(columns);
    }

    private static String ofInterface(Columns columns) {
        if (columns.has("targetResources")) {
            return AUDIT;
        }
        if (!columns.has("appDisplayName") || !columns.has("ipAddress")) {
            return "";
        }
        String types = columns.text("signInEventTypes");
        return BY_EVENT_TYPE.stream()
                .filter(type -> types.contains(type.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(SIGN_INS);
    }

    private static String ofColumns(Columns columns) {
        if (columns.has("ActivityInsights") || columns.has("UsersInsights")) {
            return BEHAVIOR;
        }
        boolean targets = has(columns, "TargetResources");
        if (targets && columns.has("OperationName")) {
            return AUDIT;
        }
        if (!columns.has("AppDisplayName") && !columns.has("ServicePrincipalId")) {
            return "";
        }
        String byCategory = BY_CATEGORY.get(columns.text("Category"));
        if (byCategory != null) {
            return byCategory;
        }
        boolean signIn =
                columns.has("ConditionalAccessStatus")
                        || (columns.has("ResultType") && columns.has("IPAddress"));
        boolean user = columns.has("UserId") || columns.has("UserPrincipalName");
        return !signIn ? "" : user ? SIGN_INS : SERVICE_PRINCIPALS;
    }

    /// The portal doubles some columns: the value stands in one of the two.
    private static boolean has(Columns columns, String name) {
        return columns.has(name) || columns.has(name + "_dynamic") || columns.has(name + "_string");
    }
}
