package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.event.ProcessStart;
import java.util.Set;

/// Process starts as the security log tells them (4688).
@AutoService(LogSource.class)
public final class WindowsProcessStarts implements WindowsSource {

    @Override
    public String name() {
        return "windows-process-starts";
    }

    @Override
    public String table() {
        return "Security";
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(4688L);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        AccountIdentity target = event.account("Target");
        Long targetLogon = event.number("TargetLogonId");
        boolean asOther = target.isKnown() && targetLogon != null && targetLogon != 0;
        return new ProcessStart(
                event.id(),
                event.at(),
                table(),
                event.kept("SubjectUserName", "MandatoryLabel", "TokenElevationType"),
                event.host(),
                new ProcessIdentity(
                        event.said("NewProcessName"),
                        event.number("NewProcessId"),
                        null,
                        event.said("CommandLine")),
                new ProcessIdentity(
                        event.said("ParentProcessName"), event.number("ProcessId"), null, ""),
                asOther ? target : event.account("Subject"),
                event.said(asOther ? "TargetLogonId" : "SubjectLogonId"));
    }
}
