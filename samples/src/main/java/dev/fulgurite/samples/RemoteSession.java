package dev.fulgurite.samples;

import dev.fulgurite.samples.DefenderLog.HostProcess;
import dev.fulgurite.samples.DefenderLog.Logon;
import dev.fulgurite.samples.PowerShellLog.Engine;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a remote PowerShell session leaves behind on the host it leads to.
record RemoteSession(Account account, Machine from, Machine to, List<String> commands) {

    /// @param eventLog of the host, null where nobody collects it
    void leaveTraces(Instant at, DefenderLog defender, @Nullable PowerShellLog eventLog) {
        defender.logon(
                at,
                to,
                new Logon("LogonSuccess", "Network", account, from.computer(), from.address()));
        Instant started = at.plusMillis(310);
        String application = "C:\\Windows\\system32\\wsmprovhost.exe -Embedding";
        Engine engine = Engine.of(account, started, "ServerRemoteHost", application);
        HostProcess provider =
                HostProcess.of(
                        account,
                        "wsmprovhost.exe",
                        "wsmprovhost.exe -Embedding",
                        PowerShellLog.processId(engine),
                        started,
                        "svchost.exe");
        if (eventLog != null) {
            eventLog.started(started.plusMillis(240), engine);
        }
        Instant next = started.plusMillis(1_900);
        int sequence = 16;
        for (String command : commands) {
            defender.powerShell(next, to, provider, command);
            // Windows reports cmdlets, not programs.
            if (eventLog != null && !command.toLowerCase(Locale.ROOT).endsWith(".exe")) {
                eventLog.command(next.plusMillis(4), engine, command, sequence);
                sequence += 2;
            }
            next = next.plusMillis(Dice.number("typing " + next, 2_000, 14_000));
        }
        if (eventLog != null) {
            eventLog.stopped(next, engine);
        }
    }
}
