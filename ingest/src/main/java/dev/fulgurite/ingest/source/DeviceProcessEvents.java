package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.event.ProcessStart;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Defender's process events.
@AutoService(LogSource.class)
public final class DeviceProcessEvents implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "SHA1",
                            "SHA256",
                            "ProcessIntegrityLevel",
                            "InitiatingProcessCreationTime",
                            "InitiatingProcessParentId",
                            "InitiatingProcessParentFileName",
                            "ReportId"),
                    Set.of("InitiatingProcessParentId"));

    @Override
    public String name() {
        return "device-process-events";
    }

    @Override
    public String table() {
        return "DeviceProcessEvents";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        Map<String, Object> kept = KEPT.of(row.columns());
        ProcessIdentity process =
                new ProcessIdentity(
                        row.path("FolderPath", "FileName"),
                        row.number("ProcessId"),
                        LogTime.parse(row.columns().text("ProcessCreationTime")),
                        row.columns().text("ProcessCommandLine"));
        boolean started = row.columns().text("ActionType").equalsIgnoreCase("ProcessCreated");
        return started
                ? new ProcessStart(
                        row.id(),
                        row.at(),
                        table(),
                        kept,
                        row.host(),
                        process,
                        row.initiator(),
                        row.account(""),
                        row.columns().text("LogonId"))
                : new HostActivity(row.id(), row.at(), table(), kept, row.host(), process, null);
    }
}
