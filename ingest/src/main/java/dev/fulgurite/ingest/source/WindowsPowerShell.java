package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.PowerShellContext;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Start (400), end (403), providers (600) and pipelines (800) of a PowerShell engine, from the
/// classic channel.
@AutoService(LogSource.class)
public final class WindowsPowerShell implements WindowsSource {

    private static final String CHANNEL = "Windows PowerShell";
    private static final long PIPELINE = 800;

    @Override
    public String name() {
        return "windows-powershell";
    }

    @Override
    public String table() {
        return "WindowsPowerShell";
    }

    @Override
    public Set<String> channels() {
        return Set.of("windows powershell");
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(400L, 403L, 600L, PIPELINE);
    }

    @Override
    public List<String> missing(WindowsEvent event, Event told) {
        boolean unread =
                PowerShellFacts.tellsNoHost(told) && PowerShellFacts.ofEngine(event).unread();
        return unread ? List.of("engine data that can be read") : List.of();
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        PowerShellFacts facts = PowerShellFacts.ofEngine(event);
        PowerShellContext context = facts.context(CHANNEL);
        String command = event.eventId() == PIPELINE ? facts.invoked() : "";
        return command.isEmpty()
                ? new HostActivity(
                        event.id(), event.at(), table(), Map.of(), event.host(), null, context)
                : new CommandRun(
                        event.id(),
                        event.at(),
                        table(),
                        Map.of(),
                        event.host(),
                        command,
                        facts.process(),
                        AccountNames.of("", context.user()),
                        context);
    }
}
