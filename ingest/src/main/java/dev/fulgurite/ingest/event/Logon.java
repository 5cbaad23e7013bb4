package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// A known account logged on to a host, or tried to.
///
/// @param logonType in Defender's words, such as `Network`
/// @param logonId of the session it began, as written; `""` when the record does not say
public record Logon(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        AccountIdentity account,
        boolean succeeded,
        String logonType,
        String logonId,
        LogonOrigin origin)
        implements Event {}
