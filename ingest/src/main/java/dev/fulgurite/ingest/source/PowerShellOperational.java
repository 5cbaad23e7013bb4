package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.PowerShellContext;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.Map;
import java.util.Set;

/// Commands as PowerShell's module logging (4103) tells them.
@AutoService(LogSource.class)
public final class PowerShellOperational implements LogSource {

    private static final String CHANNEL = "Microsoft-Windows-PowerShell/Operational";
    private static final Set<String> EVENT_IDS = Set.of("4103");

    @Override
    public String name() {
        return "powershell-operational";
    }

    @Override
    public String table() {
        return CHANNEL;
    }

    @Override
    public boolean accepts(LogRecord record) {
        return NxlogEvent.isOf(record, CHANNEL, EVENT_IDS);
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        NxlogEvent event = NxlogEvent.of(record);
        Map<String, String> said = ContextText.read(text(event));
        PowerShellContext context = event.context(CHANNEL, said);
        String command = said.getOrDefault("CommandName", "");
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
                        event.process(context.hostApplication()),
                        event.account(),
                        context);
    }

    /// The context by itself, or within the message: behind `Context:`, before the user's data.
    private static String text(NxlogEvent event) {
        String own = event.columns().text("ContextInfo");
        if (!own.isEmpty()) {
            return own;
        }
        String message = event.columns().text("Message");
        int from = message.indexOf("Context:");
        String context = from < 0 ? message : message.substring(from);
        int to = context.indexOf("User Data:");
        return to < 0 ? context : context.substring(0, to);
    }
}
