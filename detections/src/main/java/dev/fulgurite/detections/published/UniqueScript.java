package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.MANY;
import static dev.fulgurite.detections.kql.Aggregate.count;
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
import org.jspecify.annotations.Nullable;

/// "Azure VM Run Command operations executing a unique PowerShell script", 1.0.8: rows whose
/// commands, in capitals and sorted, are those of no other row.
@AutoService(PublishedQuery.class)
public final class UniqueScript implements PublishedQuery {

    private static final String HASH = "ScriptFingerprintHash";

    @Override
    public List<String> columns() {
        return List.of(
                "timestamp",
                "StartTime",
                "EndTime",
                "PowershellFileName",
                "VirtualMachineName",
                "Caller",
                "CallerName",
                "CallerUPNSuffix",
                "CallerIpAddress",
                "PowershellScriptCommands",
                "PowershellFileSize",
                HASH,
                "Prevalence",
                "Scope");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Tables tables = new Tables(source);
        Table scripts =
                ScriptFiles.of(RunCommands.inAnyEncoding(RunCommands.activity(tables)), tables)
                        .rename("FileSize", "PowershellFileSize")
                        .join(
                                JoinKind.INNER,
                                commands(tables),
                                List.of(new On("FileName", "PowershellFileName")))
                        .order(Order.ascending("StartTime"))
                        .extend(HASH, row -> Strings.sha256(row.get("PowershellScriptCommands")));
        int total = scripts.rows().size();
        Table unique =
                scripts.join(
                                JoinKind.LEFTOUTER,
                                scripts.summarize(List.of(HASH), count().as("HashCount")),
                                HASH)
                        .extend("Prevalence", row -> divided(row.real("HashCount"), total) * 100)
                        .where(
                                "HashCount == 1",
                                "HashCount",
                                row -> Long.valueOf(1).equals(row.get("HashCount")))
                        .extend("timestamp", row -> row.get("StartTime"))
                        .extend("CallerName", row -> Strings.split(row.text("Caller"), "@", 0))
                        .extend("CallerUPNSuffix", row -> Strings.split(row.text("Caller"), "@", 1))
                        .extend(Answer.BECAUSE, Doubts::about);
        return new TableAnswer(
                unique.project(Columns.of(columns(), "CorrelationId", Answer.BECAUSE)),
                Map.of(
                        "CorrelationId", "CorrelationId",
                        "VirtualMachineName", "VirtualMachineName",
                        "FileName", "PowershellFileName",
                        "PowershellFileName", "PowershellFileName"));
    }

    private static Table commands(Tables tables) {
        return ScriptCommands.of(tables)
                .where(
                        "isnotempty(PowershellFileName)",
                        "PowershellFileName",
                        row -> !row.text("PowershellFileName").isEmpty())
                .extend("PSCommand", row -> Strings.upper(row.text("PSCommand")))
                .order(Order.ascending("PSCommand"))
                .summarize(
                        List.of("PowershellFileName", "InitiatingProcessCommandLine"),
                        min("TimeGenerated").as("PowershellExecStartTime"),
                        max("TimeGenerated").as("PowershellExecEnd"),
                        makeList("PSCommand").as("PowershellScriptCommands"),
                        makeSet("DeviceName", MANY).as("$devices"),
                        makeSet("ActionType", MANY).as("$actions"));
    }

    private static double divided(@Nullable Double part, int whole) {
        return part == null ? 0 : part / whole;
    }
}
