package dev.fulgurite.generator;

import static dev.fulgurite.generator.Timeline.MILLISECOND;
import static dev.fulgurite.generator.Timeline.SECOND;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Chance;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.trace.Endpoints;
import dev.fulgurite.generator.trace.Engine;
import dev.fulgurite.generator.trace.HostProcess;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.Connection;
import dev.fulgurite.generator.trace.Trace.EngineState;
import dev.fulgurite.generator.trace.Trace.Logon;
import dev.fulgurite.generator.trace.Trace.PipelineRun;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import dev.fulgurite.generator.trace.Trace.SecurityConnection;
import dev.fulgurite.generator.trace.Trace.SecurityLogon;
import dev.fulgurite.generator.trace.Trace.SysmonConnection;
import dev.fulgurite.generator.trace.Trace.SysmonProcess;
import java.util.List;

/// What a remote PowerShell session leaves behind, on the host it comes from and on the one it
/// leads to.
record RemoteSession(
        Account account, HostProcess client, Host from, Host to, List<String> commands) {

    private static final int WINRM = 5985;
    private static final String APPLICATION = "C:\\Windows\\system32\\wsmprovhost.exe -Embedding";

    void leaveTraces(long at, Timeline timeline, Chance chance) {
        Endpoints ends =
                new Endpoints(from.address(), chance.between(49_152, 65_535), to.address(), WINRM);
        int logonId = chance.between(0x10_0000, 0x2ff_ffff);
        connect(at, timeline, ends);
        logOn(at + 120 * MILLISECOND, timeline, ends, logonId);
        HostProcess provider =
                new HostProcess(
                        "wsmprovhost.exe",
                        Words.SYSTEM32,
                        APPLICATION,
                        chance.between(200, 4000) * 4,
                        at + 310 * MILLISECOND,
                        "svchost.exe",
                        996,
                        account,
                        logonId);
        timeline.add(new ProcessStart(provider.created(), to, provider));
        Engine engine = new Engine(provider, true, APPLICATION, chance.guid(), chance.guid());
        if (to.collected()) {
            timeline.add(new SysmonProcess(provider.created() + MILLISECOND, to, provider));
            timeline.add(new EngineState(at + 550 * MILLISECOND, to, engine, true));
        }
        type(at + 2 * SECOND, timeline, engine, chance);
    }

    private void connect(long at, Timeline timeline, Endpoints ends) {
        HostProcess listener =
                new HostProcess(
                        "System", "", "", 4, at - 400_000 * SECOND, "", 0, Account.SYSTEM, 0x3e7);
        timeline.add(new Connection(at, from, client, ends, true));
        timeline.add(new Connection(at + 2 * MILLISECOND, to, listener, ends, false));
        if (from.collected()) {
            timeline.add(new SysmonConnection(at + MILLISECOND, from, client, ends, true));
        }
        if (to.collected()) {
            timeline.add(new SysmonConnection(at + 3 * MILLISECOND, to, listener, ends, false));
            timeline.add(new SecurityConnection(at + 2 * MILLISECOND, to, listener, ends, false));
        }
    }

    /// The event of Windows does not tell where a Kerberos logon for WinRM came from.
    private void logOn(long at, Timeline timeline, Endpoints ends, int logonId) {
        timeline.add(
                new Logon(
                        at,
                        to,
                        true,
                        "Network",
                        account,
                        logonId,
                        from.computer(),
                        ends.sourceAddress(),
                        ends.sourcePort()));
        if (to.collected()) {
            timeline.add(new SecurityLogon(at, to, true, 3, account, logonId, "", 0));
        }
    }

    private void type(long from, Timeline timeline, Engine engine, Chance chance) {
        long at = from;
        int sequence = 16;
        for (String command : commands) {
            timeline.add(new CommandRun(at, to, engine.process(), command));
            // Windows reports cmdlets, not programs.
            if (to.collected() && !Words.isProgram(command)) {
                timeline.add(new PipelineRun(at + 4 * MILLISECOND, to, engine, command, sequence));
                sequence += 2;
            }
            at += chance.between(2_000, 14_000) * MILLISECOND;
        }
        if (to.collected()) {
            timeline.add(new EngineState(at, to, engine, false));
        }
    }
}
