package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.Logon;
import dev.fulgurite.ingest.event.LogonOrigin;
import java.util.Map;
import java.util.Set;

/// Logons as the security log tells them: done (4624), failed (4625), and tried with explicit
/// credentials (4648), which says where they were used but not whether they served.
@AutoService(LogSource.class)
public final class WindowsLogons implements WindowsSource {

    private static final long SUCCEEDED = 4624;
    private static final long WITH_CREDENTIALS = 4648;

    /// The words that Defender uses for the numbers.
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("0", "System"),
                    Map.entry("2", "Interactive"),
                    Map.entry("3", "Network"),
                    Map.entry("4", "Batch"),
                    Map.entry("5", "Service"),
                    Map.entry("7", "Unlock"),
                    Map.entry("8", "NetworkCleartext"),
                    Map.entry("9", "NewCredentials"),
                    Map.entry("10", "RemoteInteractive"),
                    Map.entry("11", "CachedInteractive"),
                    Map.entry("12", "CachedRemoteInteractive"),
                    Map.entry("13", "CachedUnlock"));

    @Override
    public String name() {
        return "windows-logons";
    }

    @Override
    public String table() {
        return "Security";
    }

    @Override
    public Set<Long> eventIds() {
        return Set.of(SUCCEEDED, 4625L, WITH_CREDENTIALS);
    }

    @Override
    public Event parse(WindowsEvent event) throws BadRecord {
        AccountIdentity account = event.account("Target");
        if (event.eventId() == WITH_CREDENTIALS || !account.isKnown()) {
            return other(event);
        }
        String type = event.said("LogonType");
        return new Logon(
                event.id(),
                event.at(),
                table(),
                event.kept(
                        "LogonType",
                        "LogonProcessName",
                        "AuthenticationPackageName",
                        "ProcessName",
                        "SubjectUserName",
                        "TargetLinkedLogonId",
                        "Status",
                        "SubStatus"),
                event.host(),
                account,
                event.eventId() == SUCCEEDED,
                TYPES.getOrDefault(type, type),
                event.said("TargetLogonId"),
                new LogonOrigin(
                        event.said("IpAddress"),
                        event.number("IpPort"),
                        event.said("WorkstationName")));
    }

    private Event other(WindowsEvent event) throws BadRecord {
        Map<String, Object> kept =
                event.kept(
                        "SubjectUserSid",
                        "SubjectDomainName",
                        "SubjectUserName",
                        "SubjectLogonId",
                        "TargetDomainName",
                        "TargetUserName",
                        "TargetServerName",
                        "TargetInfo",
                        "LogonType",
                        "ProcessName",
                        "IpAddress",
                        "IpPort");
        return new HostActivity(event.id(), event.at(), table(), kept, event.host(), null, null);
    }
}
