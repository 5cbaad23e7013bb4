package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.Map;
import java.util.Set;

/// Start (400), end (403) and providers (600) of a PowerShell engine, from the classic channel.
@AutoService(LogSource.class)
public final class WindowsPowerShell implements LogSource {

    private static final String CHANNEL = "Windows PowerShell";
    private static final Set<String> EVENT_IDS = Set.of("400", "403", "600");

    @Override
    public String name() {
        return "windows-powershell";
    }

    @Override
    public String table() {
        return "WindowsPowerShell";
    }

    @Override
    public boolean accepts(LogRecord record) {
        return NxlogEvent.isOf(record, CHANNEL, EVENT_IDS);
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        NxlogEvent event = NxlogEvent.of(record);
        String text = event.columns().first("Message", "Data");
        return new HostActivity(
                event.id(),
                event.at(),
                table(),
                Map.of(),
                event.host(),
                null,
                event.context(CHANNEL, ContextText.read(text)));
    }
}
