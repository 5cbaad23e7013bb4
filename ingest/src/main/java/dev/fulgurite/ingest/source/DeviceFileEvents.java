package dev.fulgurite.ingest.source;

import com.google.auto.service.AutoService;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.FileChange;
import dev.fulgurite.ingest.format.LogRecord;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Defender's file events.
@AutoService(LogSource.class)
public final class DeviceFileEvents implements DefenderSource {

    private static final Kept KEPT =
            new Kept(
                    List.of(
                            "DeviceId",
                            "DeviceName",
                            "ActionType",
                            "FileName",
                            "FolderPath",
                            "FileSize",
                            "SHA1",
                            "SHA256",
                            "InitiatingProcessFileName",
                            "InitiatingProcessFolderPath",
                            "InitiatingProcessCommandLine",
                            "InitiatingProcessId",
                            "InitiatingProcessCreationTime",
                            "InitiatingProcessParentId",
                            "InitiatingProcessAccountName",
                            "InitiatingProcessAccountDomain",
                            "InitiatingProcessAccountSid",
                            "ReportId"),
                    Set.of("FileSize", "InitiatingProcessId", "InitiatingProcessParentId"));

    @Override
    public String name() {
        return "device-file-events";
    }

    @Override
    public String table() {
        return "DeviceFileEvents";
    }

    @Override
    public Event parse(LogRecord record) throws BadRecord {
        DefenderRow row = DefenderRow.of(table(), record);
        Map<String, Object> kept = KEPT.of(row.columns());
        return new FileChange(row.id(), row.at(), table(), kept, row.host(), row.process(kept));
    }
}
