package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.event.ProcessStart;
import java.util.Set;

/// Process starts as Sysmon tells them (1).
@AutoService(LogSource.class)
public final class SysmonProcessStarts implements WindowsSource {

    static final String CHANNEL = "Microsoft-Windows-Sysmon/Operational";

    @Override
    public String name() {
        return "sysmon-process-starts";
    }

    @Override
    public String table() {
        return CHANNEL;
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(1L);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        return new ProcessStart(
                event.id(),
                event.at(),
                table(),
                event.kept(
                        "ProcessGuid",
                        "ParentProcessGuid",
                        "OriginalFileName",
                        "IntegrityLevel",
                        "Hashes"),
                event.host(),
                new ProcessIdentity(
                        event.said("Image"),
                        event.number("ProcessId"),
                        LogTime.parse(event.said("UtcTime")),
                        event.said("CommandLine")),
                new ProcessIdentity(
                        event.said("ParentImage"),
                        event.number("ParentProcessId"),
                        null,
                        event.said("ParentCommandLine")),
                AccountNames.of("", event.said("User")),
                event.said("LogonId"));
    }
}
