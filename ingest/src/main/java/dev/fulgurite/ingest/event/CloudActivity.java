package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// An AzureActivity record: a step of an operation on an Azure resource. Texts are `""` where the
/// record does not say.
///
/// @param operation lower case, such as `microsoft.compute/virtualmachines/runcommand/action`
/// @param resourceId lower case
/// @param subscription lower case
/// @param correlationId lower case
/// @param computerName the name of the machine within, that the creation of a VM tells
/// @param vmId the VM's own id, that its creation tells; lower case
public record CloudActivity(
        String id,
        Instant at,
        Map<String, Object> columns,
        String operation,
        Status status,
        String resourceId,
        String subscription,
        String correlationId,
        CallerIdentity caller,
        String callerIpAddress,
        String computerName,
        String vmId)
        implements Event {

    public static final String TABLE = "AzureActivity";

    /// Of the legacy connector, and of diagnostic settings.
    private static final List<String> SUCCESSES = List.of("Succeeded", "Success");

    @Override
    public String table() {
        return TABLE;
    }

    /// The two connectors write operations and their success differently.
    @Override
    public Set<String> spellings() {
        Set<String> spellings = new HashSet<>();
        String name = written("OperationNameValue");
        if (!name.isEmpty()) {
            spellings.add("OperationNameValue:" + letters(name));
        }
        SUCCESSES.stream()
                .filter(written("ActivityStatusValue")::equalsIgnoreCase)
                .forEach(word -> spellings.add("ActivityStatusValue:" + word));
        return spellings;
    }

    private String written(String column) {
        return String.valueOf(columns.getOrDefault(column, ""));
    }

    private static String letters(String name) {
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
            return "UPPER";
        }
        return name.equals(name.toLowerCase(Locale.ROOT)) ? "lower" : "Mixed";
    }

    /// A step of an operation, the same for both connectors.
    public enum Status {
        START,
        ACCEPT,
        SUCCESS,
        FAILURE,
        OTHER
    }
}
