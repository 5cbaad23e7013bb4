package dev.fulgurite.detections.published;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;
import java.util.Map;

/// Files that the Run Command extension wrote while a run lasted.
@AutoService(PublishedQuery.class)
public final class FilesOfRuns implements PublishedQuery {

    @Override
    public List<String> columns() {
        return List.of(
                "StartTime",
                "EndTime",
                "PowershellFileCreatedTimestamp",
                "VirtualMachineName",
                "Caller",
                "CallerIpAddress",
                "FileName",
                "FileSize",
                "InitiatingProcessId",
                "InitiatingProcessAccountDomain",
                "InitiatingProcessFolderPath");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table files =
                ScriptFiles.of(RunCommands.exactly(RunCommands.activity(tables)), tables)
                        .extend(Answer.BECAUSE, Doubts::about);
        return new TableAnswer(
                files.project(Columns.of(columns(), "CorrelationId", Answer.BECAUSE)),
                Map.of(
                        "CorrelationId", "CorrelationId",
                        "VirtualMachineName", "VirtualMachineName",
                        "FileName", "FileName"));
    }
}
