package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Connection;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.ProcessIdentity;
import java.util.Locale;
import java.util.Set;

/// Connections as Sysmon tells them (3).
@AutoService(LogSource.class)
public final class SysmonConnections implements WindowsSource {

    private static final Set<String> OPENED = Set.of("true", "egress", "outbound");

    @Override
    public String name() {
        return "sysmon-connections";
    }

    @Override
    public String table() {
        return SysmonProcessStarts.CHANNEL;
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(3L);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        return new Connection(
                event.id(),
                event.at(),
                table(),
                event.kept("ProcessGuid", "SourceHostname", "DestinationHostname"),
                event.host(),
                event.said("SourceIp"),
                event.number("SourcePort"),
                event.said("DestinationIp"),
                event.number("DestinationPort"),
                event.said("Protocol"),
                OPENED.contains(event.said("Initiated").toLowerCase(Locale.ROOT)),
                new ProcessIdentity(event.said("Image"), event.number("ProcessId"), null, ""),
                AccountNames.of("", event.said("User")));
    }
}
