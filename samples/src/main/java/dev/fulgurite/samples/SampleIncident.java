package dev.fulgurite.samples;

import dev.fulgurite.generator.export.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The made incident: [#writeTo] writes its logs, and the alerts that they must give beside them.
/// The same bytes every time.
public final class SampleIncident {

    private SampleIncident() {}

    /// Writes `incident/` and `expected.json` into a folder.
    public static void writeTo(Path folder) throws IOException {
        ActivityLog activity = new ActivityLog();
        DefenderLog defender = new DefenderLog();
        PowerShellLog files = new PowerShellLog(Estate.FILES);
        RunCommand runCommand = new RunCommand(activity, defender);
        new Administration(activity, runCommand, defender, files).happen();
        Attack.happen(runCommand, defender, files);

        Path logs = folder.resolve("incident");
        activity.writeTo(logs.resolve("azure"));
        defender.writeTo(logs.resolve("defender"));
        files.writeTo(logs.resolve("windows"));
        Files.writeString(
                folder.resolve("expected.json"),
                Json.pretty(Expected.of(runCommand.executions())) + "\n");
    }

    /// Writes the files anew: the argument is the folder `samples` of the repository.
    public static void main(String[] arguments) throws IOException {
        writeTo(Path.of(arguments[0]));
    }
}
