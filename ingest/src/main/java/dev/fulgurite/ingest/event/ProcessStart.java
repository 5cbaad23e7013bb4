package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// A process started on a host.
///
/// @param process the one that started
/// @param parent the one that started it; without image and id when the record does not say
/// @param logonId of the session it runs in, as written; `""` when the record does not say
public record ProcessStart(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        ProcessIdentity process,
        ProcessIdentity parent,
        AccountIdentity account,
        String logonId)
        implements Event {}
