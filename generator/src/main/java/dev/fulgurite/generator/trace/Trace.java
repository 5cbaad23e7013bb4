package dev.fulgurite.generator.trace;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Host;

/// What one log says of one thing that happened: one record of an export.
///
/// Times are ticks: units of 100 ns since 1970, by the true clock. What is written is what the
/// clock of the host showed.
public sealed interface Trace {

    long at();

    /// A step of an operation, in the Azure Activity log.
    ///
    /// @param detail what the resource answered, `""` when it is not told
    record CloudStep(
            long at,
            Operation operation,
            Stage stage,
            String substatus,
            String address,
            String detail,
            String eventId)
            implements Trace {}

    /// A trace that a host left.
    sealed interface OnHost extends Trace {
        Host host();
    }

    /// Defender: a PowerShell command.
    record CommandRun(long at, Host host, HostProcess by, String command) implements OnHost {}

    /// Defender: a file was created or changed.
    ///
    /// @param content names what is in the file: equal content, equal hashes
    record FileChange(
            long at,
            Host host,
            HostProcess by,
            boolean created,
            String folder,
            String name,
            String content,
            int size)
            implements OnHost {}

    /// Defender: somebody logged on or tried to.
    ///
    /// @param remoteName and `remoteAddress`: where from, `""` when it is not told
    record Logon(
            long at,
            Host host,
            boolean success,
            String type,
            Account account,
            int logonId,
            String remoteName,
            String remoteAddress,
            int remotePort)
            implements OnHost {}

    /// Defender: a process was started.
    record ProcessStart(long at, Host host, HostProcess started) implements OnHost {}

    /// Defender: a network connection.
    ///
    /// @param outbound whether this host opened it
    record Connection(long at, Host host, HostProcess by, Endpoints endpoints, boolean outbound)
            implements OnHost {}

    /// A Windows event, from a host whose event logs are collected.
    sealed interface WindowsEvent extends OnHost {}

    /// Windows PowerShell 400 or 403.
    record EngineState(long at, Host host, Engine engine, boolean started)
            implements WindowsEvent {}

    /// PowerShell/Operational 4103.
    record PipelineRun(long at, Host host, Engine engine, String command, int sequence)
            implements WindowsEvent {}

    /// Security 4624 or 4625.
    ///
    /// @param type the number of the logon type
    record SecurityLogon(
            long at,
            Host host,
            boolean success,
            int type,
            Account account,
            int logonId,
            String address,
            int port)
            implements WindowsEvent {}

    /// Security 4688.
    record SecurityProcess(long at, Host host, HostProcess started) implements WindowsEvent {}

    /// Security 5156.
    record SecurityConnection(
            long at, Host host, HostProcess by, Endpoints endpoints, boolean outbound)
            implements WindowsEvent {}

    /// Sysmon 1.
    record SysmonProcess(long at, Host host, HostProcess started) implements WindowsEvent {}

    /// Sysmon 3.
    record SysmonConnection(
            long at, Host host, HostProcess by, Endpoints endpoints, boolean outbound)
            implements WindowsEvent {}
}
