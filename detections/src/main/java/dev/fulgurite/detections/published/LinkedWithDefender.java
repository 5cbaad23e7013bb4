package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.MANY;
import static dev.fulgurite.detections.kql.Aggregate.makeList;
import static dev.fulgurite.detections.kql.Aggregate.makeSet;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.On;
import dev.fulgurite.detections.kql.Order;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import java.util.List;
import java.util.Map;

/// "Azure VM Run Command linked with MDE": runs, the files written meanwhile on a machine of that
/// name, and the commands of any script of the file's name.
@AutoService(PublishedQuery.class)
public final class LinkedWithDefender implements PublishedQuery {

    @Override
    public List<String> columns() {
        return List.of(
                "StartTime",
                "EndTime",
                "PowershellFileCreatedTimestamp",
                "PowershellExecStart",
                "PowershellExecEnd",
                "PowershellFileName",
                "PowershellScriptCommands",
                "Caller",
                "CallerIpAddress",
                "InitiatingProcessCommandLine",
                "PowershellFileSize",
                "VirtualMachineName",
                "ScriptFingerprintHash");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table runs = ScriptFiles.of(RunCommands.exactly(RunCommands.activity(tables)), tables);
        Table commands =
                ScriptCommands.of(tables)
                        .summarize(
                                List.of("PowershellFileName", "InitiatingProcessCommandLine"),
                                min("TimeGenerated").as("PowershellExecStart"),
                                max("TimeGenerated").as("PowershellExecEnd"),
                                makeList("PSCommand").as("PowershellScriptCommands"),
                                makeSet("DeviceName", MANY).as("$devices"),
                                makeSet("ActionType", MANY).as("$actions"));
        Table linked =
                runs.rename("FileSize", "PowershellFileSize")
                        .join(
                                JoinKind.INNER,
                                commands,
                                List.of(new On("FileName", "PowershellFileName")))
                        .order(Order.ascending("StartTime"))
                        .extend(
                                "ScriptFingerprintHash",
                                row -> Strings.sha256(row.get("PowershellScriptCommands")))
                        .extend(Answer.BECAUSE, Doubts::about);
        return new TableAnswer(
                linked.project(Columns.of(columns(), "CorrelationId", Answer.BECAUSE)),
                Map.of(
                        "CorrelationId", "CorrelationId",
                        "VirtualMachineName", "VirtualMachineName",
                        "FileName", "PowershellFileName",
                        "PowershellFileName", "PowershellFileName"));
    }
}
