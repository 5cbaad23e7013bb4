package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// A DeviceFileEvents record: a file was created, changed, renamed or deleted.
public record FileChange(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        ProcessIdentity process)
        implements Event {}
