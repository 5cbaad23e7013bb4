package dev.fulgurite.samples;

import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.export.Json;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.samples.DefenderLog.Content;
import dev.fulgurite.samples.DefenderLog.HostProcess;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// What the use of Run Command leaves behind: the operation in Azure, the script file that the
/// agent drops on the host, and the commands of the PowerShell that runs it.
final class RunCommand {

    /// A script that ran; the sample's expected alerts are made from these.
    record Execution(Caller by, Machine on, Script script, String fileName) {}

    private static final String ACTION = "Microsoft.Compute/virtualMachines/runCommand/action";
    private static final String FOLDER =
            "C:\\Packages\\Plugins\\Microsoft.CPlat.Core.RunCommandWindows\\1.1.18\\";

    /// Defender writes the agent's name in lower case on some hosts.
    private static final Set<Machine> LOWER_CASE = Set.of(Estate.WEB2, Estate.REPORTS);

    private final ActivityLog activity;
    private final DefenderLog defender;
    private final Map<Machine, Integer> nextNumber = new HashMap<>();
    private final List<Execution> executions = new ArrayList<>();

    RunCommand(ActivityLog activity, DefenderLog defender) {
        this.activity = activity;
        this.defender = defender;
    }

    List<Execution> executions() {
        return List.copyOf(executions);
    }

    /// @param endAddress as the closing event shows it: Azure does not always repeat the first
    void run(Caller by, String address, String endAddress, Machine on, Instant at, Script script) {
        Operation operation = operation(by, on, at);
        Duration queued = Duration.ofMillis(Dice.number("queue " + at + on, 7_000, 12_000));
        activity.add(operation, at, Stage.START, "", address, "");
        activity.add(operation, at.plusMillis(1_634), Stage.ACCEPT, "Accepted", address, "");
        Instant end = onHost(on, at.plus(queued), script, by);
        activity.add(operation, end.plusSeconds(21), Stage.SUCCESS, "", endAddress, "");
    }

    /// Azure refuses: another command is still running on the machine.
    void refused(Caller.Person by, Machine on, Instant at) {
        Operation operation = operation(by, on, at);
        activity.add(operation, at, Stage.START, "", by.address(), "");
        activity.add(
                operation,
                at.plusMillis(911),
                Stage.FAILURE,
                "Conflict",
                by.address(),
                Json.compact(
                        Json.object(
                                "error",
                                Json.object(
                                        "code",
                                        "Conflict",
                                        "message",
                                        "Run command extension execution is in progress."
                                                + " Please wait for completion before"
                                                + " invoking a run command."))));
    }

    private static Operation operation(Caller by, Machine on, Instant at) {
        return new Operation(
                ACTION, on.resourceId(), by, Dice.guid("run command " + at + on.computer()));
    }

    /// Returns when the script ended.
    private Instant onHost(Machine on, Instant dropped, Script script, Caller by) {
        String name = "script" + nextNumber.merge(on, 1, Integer::sum) + ".ps1";
        executions.add(new Execution(by, on, script, name));
        String label = on.computer() + dropped;
        String agentName =
                LOWER_CASE.contains(on) ? "runcommandextension.exe" : "RunCommandExtension.exe";
        HostProcess agent =
                HostProcess.ofSystem(
                        agentName,
                        FOLDER.toLowerCase(Locale.ROOT) + "bin\\",
                        "\"RunCommandExtension.exe\" enable",
                        Dice.number("agent " + label, 500, 3000) * 4,
                        dropped.minusMillis(1_420),
                        "cmd.exe");
        Content content = Content.of(script.bytes());
        defender.file(dropped, on, "FileCreated", FOLDER + "Downloads\\", name, content, agent);
        if (!LOWER_CASE.contains(on)) {
            // The agent writes the file a second time; nothing ran twice.
            Instant again = dropped.plusMillis(38);
            defender.file(again, on, "FileModified", FOLDER + "Downloads\\", name, content, agent);
        }
        return execute(on, dropped.plusMillis(2_310), script, name, label);
    }

    private Instant execute(Machine on, Instant started, Script script, String name, String label) {
        HostProcess shell =
                HostProcess.ofSystem(
                        "powershell.exe",
                        "c:\\windows\\system32\\windowspowershell\\v1.0\\",
                        "powershell  -ExecutionPolicy Unrestricted -File " + name,
                        Dice.number("shell " + label, 500, 3000) * 4,
                        started,
                        "cmd.exe");
        Instant at = started.plusMillis(640);
        defender.powerShell(at, on, shell, name);
        Set<String> reported = new HashSet<>();
        for (String command : script.commands()) {
            at = at.plusMillis(Dice.number("pace " + at, 180, 900));
            if (reported.add(command) || command.endsWith(".exe")) {
                defender.powerShell(at, on, shell, command);
            }
            if (command.equals("Invoke-Command")) {
                at = at.plusSeconds(43);
            }
        }
        return at;
    }
}
