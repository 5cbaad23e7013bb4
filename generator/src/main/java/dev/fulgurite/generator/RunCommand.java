package dev.fulgurite.generator;

import static dev.fulgurite.generator.Timeline.MILLISECOND;
import static dev.fulgurite.generator.Timeline.SECOND;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Caller;
import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.trace.HostProcess;
import dev.fulgurite.generator.trace.Operation;
import dev.fulgurite.generator.trace.Stage;
import dev.fulgurite.generator.trace.Trace.CloudStep;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.FileChange;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import java.util.List;
import java.util.Locale;

/// What the use of Run Command leaves behind: the operation in Azure, the script file that the
/// agent drops on the host, and the commands of the PowerShell that runs it.
final class RunCommand {

    /// @param address from where it is called
    /// @param endAddress as the closing event shows it: Azure does not always repeat the first
    /// @param content names what is in the script
    record Call(
            Caller caller,
            String address,
            String endAddress,
            String correlationId,
            Host on,
            String content,
            List<String> commands) {}

    /// @param onward when the script reached its last command
    record Execution(HostProcess shell, long onward) {}

    private static final String ACTION = "Microsoft.Compute/virtualMachines/runCommand/action";
    private static final String FOLDER =
            "C:\\Packages\\Plugins\\Microsoft.CPlat.Core.RunCommandWindows\\1.1.18\\";

    private final Timeline timeline;
    private final Chance chance;
    private final int[] nextScript;

    RunCommand(Timeline timeline, Chance chance, int hosts) {
        this.timeline = timeline;
        this.chance = chance;
        nextScript = new int[hosts];
    }

    /// The agent was installed anew: it counts from 0.
    void restart(Host host) {
        nextScript[host.number()] = 0;
    }

    /// The name of the next script on a host.
    String nextScript(Host host) {
        return "script" + nextScript[host.number()] + ".ps1";
    }

    Execution run(Call call, long at) {
        Operation operation =
                new Operation(ACTION, call.on.resourceId(), call.caller, call.correlationId);
        step(operation, at, Stage.START, "", call.address);
        step(operation, at + 1_634 * MILLISECOND, Stage.ACCEPT, "Accepted", call.address);
        long dropped = at + chance.between(7_000, 12_000) * MILLISECOND;
        String script = nextScript(call.on);
        nextScript[call.on.number()]++;
        HostProcess agent = agent(call.on, dropped - 1_420 * MILLISECOND);
        drop(call, script, agent, dropped);
        HostProcess shell = start(call.on, script, agent, dropped + 2_310 * MILLISECOND);
        long last = execute(call, script, shell);
        step(operation, last + 21 * SECOND, Stage.SUCCESS, "", call.endAddress);
        return new Execution(shell, last);
    }

    /// Azure refuses: another command is still running on the machine.
    void refused(Caller caller, Host on, long at) {
        Operation operation = new Operation(ACTION, on.resourceId(), caller, chance.guid());
        step(operation, at, Stage.START, "", caller.address());
        step(operation, at + 911 * MILLISECOND, Stage.FAILURE, "Conflict", caller.address());
    }

    /// Azure's clock is told to the millisecond.
    private void step(Operation operation, long at, Stage stage, String substatus, String address) {
        long shown = at / MILLISECOND * MILLISECOND;
        timeline.add(new CloudStep(shown, operation, stage, substatus, address, "", chance.guid()));
    }

    private HostProcess agent(Host on, long created) {
        return new HostProcess(
                on.shoutsLess() ? "runcommandextension.exe" : "RunCommandExtension.exe",
                FOLDER.toLowerCase(Locale.ROOT) + "bin\\",
                "\"RunCommandExtension.exe\" enable",
                chance.between(500, 3000) * 4,
                created,
                "cmd.exe",
                chance.between(500, 3000) * 4,
                Account.SYSTEM,
                0x3e7);
    }

    private void drop(Call call, String script, HostProcess agent, long at) {
        String folder = FOLDER + "Downloads\\";
        int size = 80 + Math.floorMod(call.content.hashCode(), 4000);
        timeline.add(new FileChange(at, call.on, agent, true, folder, script, call.content, size));
        if (!call.on.shoutsLess()) {
            // The agent writes the file a second time; nothing ran twice.
            timeline.add(
                    new FileChange(
                            at + 38 * MILLISECOND,
                            call.on,
                            agent,
                            false,
                            folder,
                            script,
                            call.content,
                            size));
        }
    }

    private HostProcess start(Host on, String script, HostProcess agent, long at) {
        String line = "powershell  -ExecutionPolicy Unrestricted -File " + script;
        HostProcess wrapper =
                new HostProcess(
                        "cmd.exe",
                        Words.SYSTEM32,
                        "cmd /c " + line,
                        chance.between(500, 3000) * 4,
                        at - 90 * MILLISECOND,
                        agent.image(),
                        agent.id(),
                        Account.SYSTEM,
                        0x3e7);
        HostProcess shell =
                new HostProcess(
                        "powershell.exe",
                        Words.POWERSHELL,
                        line,
                        chance.between(500, 3000) * 4,
                        at,
                        "cmd.exe",
                        wrapper.id(),
                        Account.SYSTEM,
                        0x3e7);
        timeline.add(new ProcessStart(wrapper.created(), on, wrapper));
        timeline.add(new ProcessStart(shell.created(), on, shell));
        return shell;
    }

    /// Returns when the last command ran.
    private long execute(Call call, String script, HostProcess shell) {
        long at = shell.created() + 640 * MILLISECOND;
        timeline.add(new CommandRun(at, call.on, shell, script));
        for (String command : call.commands) {
            at += chance.between(180, 900) * MILLISECOND;
            timeline.add(new CommandRun(at, call.on, shell, command));
        }
        return at;
    }
}
