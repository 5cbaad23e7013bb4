package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Anything else that a host reports.
///
/// @param process null when the record names none
/// @param context null when the record is not a Windows PowerShell event
public record HostActivity(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        @Nullable ProcessIdentity process,
        @Nullable PowerShellContext context)
        implements Event {}
