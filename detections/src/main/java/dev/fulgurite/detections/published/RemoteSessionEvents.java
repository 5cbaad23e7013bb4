package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;
import java.util.Set;

/// The Sigma rule "Remote PowerShell Session" over the parsed fields of both PowerShell channels:
/// one row an event.
@AutoService(PublishedQuery.class)
public final class RemoteSessionEvents implements PublishedQuery {

    private static final Set<String> EVENTS = Set.of("4103", "400");

    @Override
    public List<String> columns() {
        return List.of(
                "TimeCreated",
                "Computer",
                "Channel",
                "EventID",
                "RecordId",
                "HostName",
                "HostApplication",
                "HostId",
                "RunspaceId",
                "User",
                "ConnectedUser",
                "CommandName");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Table events =
                new Tables(source)
                        .read("PowerShell", columns().toArray(String[]::new))
                        .where(
                                "EventID in (4103, 400)",
                                "EventID",
                                row -> EVENTS.contains(row.text("EventID")))
                        .where(
                                "HostName: ServerRemoteHost",
                                "HostName",
                                row ->
                                        Strings.equalsFolded(
                                                row.text("HostName"), "ServerRemoteHost"))
                        .where(
                                "HostApplication|contains: wsmprovhost.exe",
                                "HostApplication",
                                row ->
                                        Strings.contains(
                                                row.text("HostApplication"), "wsmprovhost.exe"));
        return TableAnswer.of(events, "HostId", "RunspaceId");
    }
}
