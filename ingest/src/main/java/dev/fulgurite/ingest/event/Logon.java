package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;

/// A known account logged on to a host, or tried to.
///
/// @param logonType as written
public record Logon(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        AccountIdentity account,
        boolean succeeded,
        String logonType)
        implements Event {}
