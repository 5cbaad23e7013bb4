package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.Connection;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.ProcessIdentity;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Connections that the Windows firewall's platform has let pass (5156).
@AutoService(LogSource.class)
public final class WindowsConnections implements WindowsSource {

    private static final Set<String> OUTBOUND = Set.of("%%14593", "outbound", "egress");

    /// IANA's numbers.
    private static final Map<String, String> PROTOCOLS =
            Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6");

    @Override
    public String name() {
        return "windows-connections";
    }

    @Override
    public String table() {
        return "Security";
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(5156L);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        String protocol = event.said("Protocol");
        Long named = event.number("ProcessId");
        return new Connection(
                event.id(),
                event.at(),
                table(),
                event.kept("LayerRTID"),
                event.host(),
                event.said("SourceAddress"),
                event.number("SourcePort"),
                event.said("DestAddress"),
                event.number("DestPort"),
                PROTOCOLS.getOrDefault(protocol, protocol),
                OUTBOUND.contains(event.said("Direction").toLowerCase(Locale.ROOT)),
                new ProcessIdentity(
                        event.said("Application"),
                        named == null ? event.number("ProcessID") : named,
                        null,
                        ""),
                AccountIdentity.UNKNOWN);
    }
}
