package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// An AuditLogs record: somebody changed the directory.
///
/// @param operation its name in lower case, with plain hyphens and without blanks around it
/// @param initiatorIp as written; `""` when the record does not say
/// @param appId of the application that was changed, when the record says; lower case
/// @param targets what was changed, in the order written
public record DirectoryChange(
        String id,
        Instant at,
        Map<String, Object> columns,
        String operation,
        boolean succeeded,
        CallerIdentity initiator,
        String initiatorIp,
        String appId,
        List<Target> targets)
        implements Event {

    public static final String TABLE = "AuditLogs";

    public DirectoryChange {
        targets = List.copyOf(targets);
    }

    /// What was changed.
    ///
    /// @param type such as `User`, as written
    public record Target(String type, CallerIdentity identity) {}

    @Override
    public String table() {
        return TABLE;
    }
}
