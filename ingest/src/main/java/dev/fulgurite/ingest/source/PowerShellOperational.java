package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.PowerShellContext;
import dev.fulgurite.ingest.event.ScriptBlockPart;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What PowerShell logs of the commands that it runs (4103) and of the script texts that it
/// compiles (4104).
@AutoService(LogSource.class)
public final class PowerShellOperational implements WindowsSource {

    private static final String CHANNEL = "Microsoft-Windows-PowerShell/Operational";
    private static final long SCRIPT_BLOCK = 4104;

    @Override
    public String name() {
        return "powershell-operational";
    }

    @Override
    public String table() {
        return CHANNEL;
    }

    @Override
    public Set<String> channels() {
        return Set.of("microsoft-windows-powershell/operational", "powershellcore/operational");
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(4103L, SCRIPT_BLOCK);
    }

    @Override
    public List<String> missing(WindowsEvent event, Event told) {
        boolean unread =
                event.eventId() != SCRIPT_BLOCK
                        && PowerShellFacts.tellsNoHost(told)
                        && PowerShellFacts.ofCommand(event).unread();
        return unread ? List.of("a ContextInfo that can be read") : List.of();
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        return event.eventId() == SCRIPT_BLOCK ? scriptBlock(event) : command(event);
    }

    private static Event command(WindowsEvent event) throws BadRecord {
        PowerShellFacts facts = PowerShellFacts.ofCommand(event);
        PowerShellContext context = facts.context(CHANNEL);
        String command = facts.command();
        return command.isEmpty()
                ? new HostActivity(
                        event.id(), event.at(), CHANNEL, Map.of(), event.host(), null, context)
                : new CommandRun(
                        event.id(),
                        event.at(),
                        CHANNEL,
                        Map.of(),
                        event.host(),
                        command,
                        facts.process(),
                        event.user(),
                        context);
    }

    private static Event scriptBlock(WindowsEvent event) throws BadRecord {
        String id = event.said("ScriptBlockId");
        if (id.isEmpty()) {
            throw new BadRecord("no script block: ScriptBlockId is empty");
        }
        return new ScriptBlockPart(
                event.id(),
                event.at(),
                CHANNEL,
                Map.of(),
                event.host(),
                event.processId(),
                event.user(),
                PowerShellFacts.none(event).context(CHANNEL),
                id,
                positive(event.number("MessageNumber")),
                positive(event.number("MessageTotal")),
                event.data("ScriptBlockText"),
                event.said("Path"));
    }

    private static long positive(@Nullable Long number) {
        return number == null || number < 1 ? 1 : number;
    }
}
