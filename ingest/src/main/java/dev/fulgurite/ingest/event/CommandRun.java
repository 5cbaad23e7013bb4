package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A host ran one PowerShell command.
///
/// @param command its name as written
/// @param context null when the record is not a Windows event
public record CommandRun(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        String command,
        ProcessIdentity process,
        AccountIdentity account,
        @Nullable PowerShellContext context)
        implements Event {}
