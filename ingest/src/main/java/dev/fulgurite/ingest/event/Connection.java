package dev.fulgurite.ingest.event;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A network connection as one of its two hosts saw it.
///
/// @param sourcePort null when the record does not say
/// @param destinationPort null when the record does not say
/// @param protocol as written; `""` when unknown
/// @param initiated whether this host opened it, so that the destination is the other side
public record Connection(
        String id,
        Instant at,
        String table,
        Map<String, Object> columns,
        HostIdentity host,
        String sourceIp,
        @Nullable Long sourcePort,
        String destinationIp,
        @Nullable Long destinationPort,
        String protocol,
        boolean initiated,
        ProcessIdentity process,
        AccountIdentity account)
        implements Event {

    /// The address of the other side, as written.
    public String remoteIp() {
        return initiated ? destinationIp : sourceIp;
    }
}
