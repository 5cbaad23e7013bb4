package dev.fulgurite.detections.published;

import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import dev.fulgurite.detections.kql.Terms;
import java.util.regex.Pattern;

/// The step that takes the commands of numbered scripts from Defender's mixed events: by the
/// command line alone, whatever the kind of event, the machine and the process.
final class ScriptCommands {

    private static final Pattern SCRIPT = Pattern.compile("\\-File\\s(script[0-9]{1,9}\\.ps1)");

    private ScriptCommands() {}

    /// One row a command, without the script itself where it is spelled as in the command line.
    static Table of(Tables tables) {
        return tables.read(
                        "DeviceEvents",
                        "TimeGenerated",
                        "ReportId",
                        "DeviceName",
                        "ActionType",
                        "InitiatingProcessCommandLine",
                        "AdditionalFields")
                .where(
                        "InitiatingProcessCommandLine has \"-File\"",
                        "InitiatingProcessCommandLine",
                        row -> Terms.has(row.get("InitiatingProcessCommandLine"), "-File"))
                .extend(
                        "PowershellFileName",
                        row -> Strings.extract(SCRIPT, row.text("InitiatingProcessCommandLine")))
                .extend("PSCommand", ScriptCommands::command)
                .where(
                        "PSCommand != PowershellFileName",
                        "PSCommand",
                        row -> !row.text("PSCommand").equals(row.text("PowershellFileName")));
    }

    private static String command(TableRow row) {
        return Dynamic.text(Dynamic.member(Dynamic.parse(row.text("AdditionalFields")), "Command"));
    }
}
