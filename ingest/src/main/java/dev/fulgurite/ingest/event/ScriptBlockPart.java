package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// PowerShell compiled a script text; a long one is logged in several parts.
///
/// @param processId of the process that compiled it; null when the record does not say
/// @param part from 1
/// @param text as written, however long
/// @param path of the file it came from; `""` when it was typed or sent
public record ScriptBlockPart(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        @Nullable Long processId,
        AccountIdentity account,
        PowerShellContext context,
        String scriptBlockId,
        long part,
        long parts,
        String text,
        String path)
        implements Event {}
