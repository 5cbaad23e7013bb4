package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.trace.Endpoints;
import dev.fulgurite.generator.trace.Engine;
import dev.fulgurite.generator.trace.HostProcess;
import dev.fulgurite.generator.trace.Trace.EngineState;
import dev.fulgurite.generator.trace.Trace.PipelineRun;
import dev.fulgurite.generator.trace.Trace.SecurityConnection;
import dev.fulgurite.generator.trace.Trace.SecurityLogon;
import dev.fulgurite.generator.trace.Trace.SecurityProcess;
import dev.fulgurite.generator.trace.Trace.SysmonConnection;
import dev.fulgurite.generator.trace.Trace.SysmonProcess;

/// Windows events as flat JSON, the way NXLog writes them: the event's time on the wall without a
/// zone, the collector's own in `@timestamp`.
final class WindowsRows {

    private static final Column EVENT_TIME = Column.of("EventTime");
    private static final Column HOSTNAME = Column.of("Hostname");
    private static final Column EVENT_ID = Column.of("EventID");
    private static final Column CHANNEL = Column.of("Channel");
    private static final Column SOURCE_NAME = Column.of("SourceName");
    private static final Column PROVIDER_GUID = Column.of("ProviderGuid");
    private static final Column EVENT_TYPE = Column.of("EventType");
    private static final Column MODULE = Column.of("SourceModuleType");
    private static final Column RECEIVED = Column.of("EventReceivedTime");
    private static final Column COLLECTED = Column.of("@timestamp");
    private static final Column COLLECTOR = Column.of("host");
    private static final Column RECORD_NUMBER = Column.of("RecordNumber");
    private static final Column EXECUTION_PROCESS = Column.of("ExecutionProcessID");
    private static final Column MESSAGE = Column.of("Message");
    private static final Column CATEGORY = Column.of("Category");
    private static final Column CONTEXT = Column.of("ContextInfo");
    private static final Column PAYLOAD = Column.of("Payload");
    private static final Column ACCOUNT_NAME = Column.of("AccountName");
    private static final Column DOMAIN = Column.of("Domain");
    private static final Column USER_ID = Column.of("UserID");
    private static final Column USER = Column.of("User");
    private static final Column UTC_TIME = Column.of("UtcTime");
    private static final Column PROCESS_ID = Column.of("ProcessId");
    private static final Column IMAGE = Column.of("Image");
    private static final Column COMMAND_LINE = Column.of("CommandLine");
    private static final Column LOGON_ID = Column.of("LogonId");
    private static final Column PARENT_ID = Column.of("ParentProcessId");
    private static final Column PARENT_IMAGE = Column.of("ParentImage");
    private static final Column PARENT_NAME = Column.of("ParentProcessName");
    private static final Column NEW_ID = Column.of("NewProcessId");
    private static final Column NEW_NAME = Column.of("NewProcessName");
    private static final Column SUBJECT_SID = Column.of("SubjectUserSid");
    private static final Column SUBJECT_NAME = Column.of("SubjectUserName");
    private static final Column SUBJECT_DOMAIN = Column.of("SubjectDomainName");
    private static final Column SUBJECT_LOGON = Column.of("SubjectLogonId");
    private static final Column TARGET_SID = Column.of("TargetUserSid");
    private static final Column TARGET_NAME = Column.of("TargetUserName");
    private static final Column TARGET_DOMAIN = Column.of("TargetDomainName");
    private static final Column TARGET_LOGON = Column.of("TargetLogonId");
    private static final Column LOGON_TYPE = Column.of("LogonType");
    private static final Column PACKAGE = Column.of("AuthenticationPackageName");
    private static final Column WORKSTATION = Column.of("WorkstationName");
    private static final Column IP_ADDRESS = Column.of("IpAddress");
    private static final Column IP_PORT = Column.of("IpPort");
    private static final Column PROTOCOL = Column.of("Protocol");
    private static final Column INITIATED = Column.of("Initiated");
    private static final Column SOURCE_IP = Column.of("SourceIp");
    private static final Column SOURCE_ADDRESS = Column.of("SourceAddress");
    private static final Column SOURCE_PORT = Column.of("SourcePort");
    private static final Column DESTINATION_IP = Column.of("DestinationIp");
    private static final Column DESTINATION_PORT = Column.of("DestinationPort");
    private static final Column DESTINATION_ADDRESS = Column.of("DestAddress");
    private static final Column DESTINATION_SHORT_PORT = Column.of("DestPort");
    private static final Column APPLICATION = Column.of("Application");
    private static final Column DIRECTION = Column.of("Direction");
    private static final Column LAYER = Column.of("LayerRTID");

    private static final String VERSION = "5.1.17763.6532";
    private static final long TICKS_A_SECOND = 10_000_000;
    private static final long TICKS_TO_COLLECT = 8_700_000;

    private final Cells cells;

    WindowsRows(Cells cells) {
        this.cells = cells;
    }

    void write(EngineState state, long record) {
        Engine engine = state.engine();
        head(state.at(), state.host(), state.started() ? 400 : 403, Channel.CLASSIC, record);
        String before = state.started() ? "None" : "Available";
        String now = state.started() ? "Available" : "Stopped";
        cells.number(EXECUTION_PROCESS, 0)
                .text(CATEGORY, "Engine Lifecycle")
                .text(MESSAGE, lifecycle(engine, before, now, state.started() ? 13 : 15));
    }

    private static String lifecycle(Engine engine, String before, String now, int sequence) {
        return "Engine state is changed from "
                + before
                + " to "
                + now
                + ". \r\n\r\nDetails: \r\n\tNewEngineState="
                + now
                + "\r\n\tPreviousEngineState="
                + before
                + "\r\n\r\n\tSequenceNumber="
                + sequence
                + "\r\n\r\n\tHostName="
                + engine.hostName()
                + "\r\n\tHostVersion="
                + version(engine)
                + "\r\n\tHostId="
                + engine.hostId()
                + "\r\n\tHostApplication="
                + engine.application()
                + "\r\n\tEngineVersion="
                + VERSION
                + "\r\n\tRunspaceId="
                + engine.runspaceId()
                + "\r\n\tPipelineId=\r\n\tCommandName=\r\n\tCommandType=\r\n\tScriptName="
                + "\r\n\tCommandPath=\r\n\tCommandLine=";
    }

    void write(PipelineRun run, long record) {
        Engine engine = run.engine();
        Account account = engine.process().account();
        head(run.at(), run.host(), 4103, Channel.OPERATIONAL, record);
        String context = context(engine, run.command(), run.sequence());
        String payload = "CommandInvocation(" + run.command() + "): \"" + run.command() + "\"\r\n";
        cells.number(EXECUTION_PROCESS, engine.process().id())
                .text(CATEGORY, "Executing Pipeline")
                .text(ACCOUNT_NAME, account.name())
                .text(DOMAIN, account.domain())
                .text(USER_ID, account.sid())
                .text(CONTEXT, context)
                .text(PAYLOAD, payload)
                .text(
                        MESSAGE,
                        payload + "\r\n\r\nContext:\r\n" + context + "\r\n\r\nUser Data:\r\n\r\n");
    }

    private static String context(Engine engine, String command, int sequence) {
        String user = engine.process().account().qualified();
        return "        Severity = Informational\r\n        Host Name = "
                + engine.hostName()
                + "\r\n        Host Version = "
                + version(engine)
                + "\r\n        Host ID = "
                + engine.hostId()
                + "\r\n        Host Application = "
                + engine.application()
                + "\r\n        Engine Version = "
                + VERSION
                + "\r\n        Runspace ID = "
                + engine.runspaceId()
                + "\r\n        Pipeline ID = 1\r\n        Command Name = "
                + command
                + "\r\n        Command Type = Cmdlet\r\n        Script Name = \r\n        Command Path = "
                + "\r\n        Sequence Number = "
                + sequence
                + "\r\n        User = "
                + user
                + "\r\n        Connected User = "
                + (engine.remote() ? user : "")
                + "\r\n        Shell ID = Microsoft.PowerShell\r\n";
    }

    private static String version(Engine engine) {
        return engine.remote() ? "1.0.0.0" : VERSION;
    }

    void write(SecurityLogon logon, long record) {
        Account account = logon.account();
        head(
                logon.at(),
                logon.host(),
                logon.success() ? 4624 : 4625,
                logon.success() ? Channel.SECURITY : Channel.SECURITY_FAILURE,
                record);
        cells.number(EXECUTION_PROCESS, 708)
                .text(CATEGORY, "Logon")
                .text(SUBJECT_SID, "S-1-0-0")
                .text(SUBJECT_NAME, "-")
                .text(SUBJECT_DOMAIN, "-")
                .text(SUBJECT_LOGON, "0x0")
                .text(TARGET_SID, logon.success() ? account.sid() : "S-1-0-0")
                .text(TARGET_NAME, account.name())
                .text(TARGET_DOMAIN, account.domain());
        if (logon.success()) {
            cells.text(TARGET_LOGON, hex(logon.logonId()));
        }
        cells.text(LOGON_TYPE, Integer.toString(logon.type()))
                .text(PACKAGE, logon.type() == 3 ? "Kerberos" : "Negotiate")
                .text(WORKSTATION, "-")
                .text(IP_ADDRESS, logon.address().isEmpty() ? "-" : logon.address())
                .text(IP_PORT, logon.address().isEmpty() ? "-" : Integer.toString(logon.port()))
                .text(
                        MESSAGE,
                        logon.success()
                                ? "An account was successfully logged on."
                                : "An account failed to log on.");
    }

    void write(SecurityProcess start, long record) {
        HostProcess process = start.started();
        Account account = process.account();
        head(start.at(), start.host(), 4688, Channel.SECURITY, record);
        cells.number(EXECUTION_PROCESS, 4)
                .text(CATEGORY, "Process Creation")
                .text(SUBJECT_SID, account.sid())
                .text(SUBJECT_NAME, account.name())
                .text(SUBJECT_DOMAIN, account.domain())
                .text(SUBJECT_LOGON, hex(process.logonId()))
                .text(NEW_ID, hex(process.id()))
                .text(NEW_NAME, process.path())
                .text(PROCESS_ID, hex(process.parentId()))
                .text(PARENT_NAME, "C:\\Windows\\System32\\" + process.parent())
                .text(COMMAND_LINE, process.commandLine())
                .text(TARGET_SID, "S-1-0-0")
                .text(TARGET_NAME, "-")
                .text(TARGET_DOMAIN, "-")
                .text(TARGET_LOGON, "0x0")
                .text(MESSAGE, "A new process has been created.");
    }

    void write(SecurityConnection connection, long record) {
        Endpoints ends = connection.endpoints();
        head(connection.at(), connection.host(), 5156, Channel.SECURITY, record);
        cells.number(EXECUTION_PROCESS, 4)
                .text(CATEGORY, "Filtering Platform Connection")
                .text(PROCESS_ID, Integer.toString(connection.by().id()))
                .text(
                        APPLICATION,
                        "\\device\\harddiskvolume2" + connection.by().path().substring(2))
                .text(DIRECTION, connection.outbound() ? "%%14593" : "%%14592")
                .text(SOURCE_ADDRESS, ends.sourceAddress())
                .text(SOURCE_PORT, Integer.toString(ends.sourcePort()))
                .text(DESTINATION_ADDRESS, ends.destinationAddress())
                .text(DESTINATION_SHORT_PORT, Integer.toString(ends.destinationPort()))
                .text(PROTOCOL, "6")
                .text(LAYER, connection.outbound() ? "48" : "44")
                .text(MESSAGE, "The Windows Filtering Platform has permitted a connection.");
    }

    void write(SysmonProcess start, long record) {
        HostProcess process = start.started();
        sysmon(start.at(), start.host(), 1, process, record);
        cells.text(COMMAND_LINE, process.commandLine())
                .text(LOGON_ID, hex(process.logonId()))
                .text(PARENT_ID, Integer.toString(process.parentId()))
                .text(PARENT_IMAGE, "C:\\Windows\\System32\\" + process.parent())
                .text(MESSAGE, "Process Create:");
    }

    void write(SysmonConnection connection, long record) {
        Endpoints ends = connection.endpoints();
        sysmon(connection.at(), connection.host(), 3, connection.by(), record);
        cells.text(PROTOCOL, "tcp")
                .text(INITIATED, Boolean.toString(connection.outbound()))
                .text(SOURCE_IP, ends.sourceAddress())
                .text(SOURCE_PORT, Integer.toString(ends.sourcePort()))
                .text(DESTINATION_IP, ends.destinationAddress())
                .text(DESTINATION_PORT, Integer.toString(ends.destinationPort()))
                .text(MESSAGE, "Network connection detected:");
    }

    private void sysmon(long at, Host host, int eventId, HostProcess process, long record) {
        head(at, host, eventId, Channel.SYSMON, record);
        cells.number(EXECUTION_PROCESS, 3432)
                .text(USER_ID, "S-1-5-18")
                .text(UTC_TIME, Clocks.sysmon(host, at))
                .text(PROCESS_ID, Integer.toString(process.id()))
                .text(IMAGE, process.path())
                .text(USER, process.account().qualified());
    }

    private void head(long at, Host host, int eventId, Channel channel, long record) {
        long shown = Clocks.shown(host, at);
        cells.wall(EVENT_TIME, shown)
                .text(HOSTNAME, host.deviceName())
                .number(EVENT_ID, eventId)
                .text(CHANNEL, channel.written())
                .text(SOURCE_NAME, channel.provider())
                .text(PROVIDER_GUID, channel.guid())
                .text(EVENT_TYPE, channel.type())
                .text(MODULE, "im_msvistalog")
                .wall(RECEIVED, shown + TICKS_A_SECOND)
                .milliseconds(COLLECTED, shown + TICKS_TO_COLLECT)
                .text(COLLECTOR, "wec01.corp.contoso.com")
                .number(RECORD_NUMBER, record);
    }

    private static String hex(int number) {
        return "0x" + Integer.toHexString(number);
    }
}
