package dev.fulgurite.detections.published;

import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;

/// The step that ties runs to the files that the Run Command extension wrote while they lasted, by
/// the name of the machine.
final class ScriptFiles {

    private static final String CREATED = "PowershellFileCreatedTimestamp";

    private ScriptFiles() {}

    static Table of(Table runs, Tables tables) {
        return runs.join(JoinKind.LEFTOUTER, files(tables), "VirtualMachineName")
                .where(
                        CREATED + " between (StartTime .. EndTime)",
                        CREATED,
                        row ->
                                Numbers.between(
                                        row.time(CREATED),
                                        row.time("StartTime"),
                                        row.time("EndTime")));
    }

    private static Table files(Tables tables) {
        return tables.read(
                        "DeviceFileEvents",
                        "TimeGenerated",
                        "DeviceName",
                        "ActionType",
                        "FileName",
                        "FileSize",
                        "InitiatingProcessFileName",
                        "InitiatingProcessId",
                        "InitiatingProcessAccountName",
                        "InitiatingProcessAccountDomain",
                        "InitiatingProcessFolderPath")
                .rename("TimeGenerated", CREATED)
                .extend("VirtualMachineName", row -> Strings.split(row.text("DeviceName"), ".", 0))
                .where(
                        "InitiatingProcessFileName == \"RunCommandExtension.exe\"",
                        "InitiatingProcessFileName",
                        row ->
                                row.text("InitiatingProcessFileName")
                                        .equals("RunCommandExtension.exe"));
    }
}
