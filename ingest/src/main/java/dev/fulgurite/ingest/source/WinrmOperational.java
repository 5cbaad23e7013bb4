package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import java.util.Map;
import java.util.Set;

/// What Windows Remote Management logs when somebody comes in: the shell that was opened (91) and
/// the user who authenticated (169).
@AutoService(LogSource.class)
public final class WinrmOperational implements WindowsSource {

    private static final String CHANNEL = "Microsoft-Windows-WinRM/Operational";

    @Override
    public String name() {
        return "winrm-operational";
    }

    @Override
    public String table() {
        return CHANNEL;
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(91L, 169L);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        Map<String, Object> kept =
                event.kept("resourceUri", "shellId", "username", "authenticationMechanism");
        String sid = event.user().sid();
        if (!sid.isEmpty()) {
            kept.put("UserID", sid);
        }
        return new HostActivity(event.id(), event.at(), CHANNEL, kept, event.host(), null, null);
    }
}
