package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

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

    @Override
    public String table() {
        return TABLE;
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
