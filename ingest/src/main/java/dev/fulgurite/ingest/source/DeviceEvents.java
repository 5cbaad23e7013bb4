package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Defender's mixed events, PowerShell commands among them.
@AutoService(LogSource.class)
public final class DeviceEvents implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "InitiatingProcessFileName",
                            "InitiatingProcessCommandLine",
                            "InitiatingProcessId",
                            "InitiatingProcessCreationTime",
                            "InitiatingProcessParentId",
                            "InitiatingProcessAccountName",
                            "InitiatingProcessAccountDomain",
                            "InitiatingProcessAccountSid",
                            "AdditionalFields",
                            "ReportId"),
                    Set.of("InitiatingProcessId", "InitiatingProcessParentId"));

    @Override
    public String name() {
        return "device-events";
    }

    @Override
    public String table() {
        return "DeviceEvents";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        Map<String, Object> kept = KEPT.of(row.columns());
        ProcessIdentity process = row.process(kept);
        String command = command(row);
        return command.isEmpty()
                ? new HostActivity(row.id(), row.at(), table(), kept, row.host(), process, null)
                : new CommandRun(
                        row.id(),
                        row.at(),
                        table(),
                        kept,
                        row.host(),
                        command,
                        process,
                        row.account("InitiatingProcess"),
                        null);
    }

    private static String command(DefenderRow row) {
        return row.columns().text("ActionType").equalsIgnoreCase("PowerShellCommand")
                ? row.columns().object("AdditionalFields").text("Command").strip()
                : "";
    }
}
