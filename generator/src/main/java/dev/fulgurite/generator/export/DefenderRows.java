package dev.fulgurite.generator.export;

import dev.fulgurite.generator.estate.Account;
import dev.fulgurite.generator.estate.Host;
import dev.fulgurite.generator.trace.Endpoints;
import dev.fulgurite.generator.trace.HostProcess;
import dev.fulgurite.generator.trace.Trace.CommandRun;
import dev.fulgurite.generator.trace.Trace.Connection;
import dev.fulgurite.generator.trace.Trace.FileChange;
import dev.fulgurite.generator.trace.Trace.Logon;
import dev.fulgurite.generator.trace.Trace.ProcessStart;
import java.util.Locale;

/// The cells of Defender's tables: the same columns in the same order for each row of a table.
final class DefenderRows {

    private static final Column TIMESTAMP = Column.of("Timestamp");
    private static final Column DEVICE_ID = Column.of("DeviceId");
    private static final Column DEVICE_NAME = Column.of("DeviceName");
    private static final Column ACTION_TYPE = Column.of("ActionType");
    private static final Column ADDITIONAL_FIELDS = Column.of("AdditionalFields");
    private static final Column REPORT_ID = Column.of("ReportId");
    private static final Column FILE_NAME = Column.of("FileName");
    private static final Column FOLDER_PATH = Column.of("FolderPath");
    private static final Column SHA1 = Column.of("SHA1");
    private static final Column SHA256 = Column.of("SHA256");
    private static final Column FILE_SIZE = Column.of("FileSize");
    private static final Column LOGON_TYPE = Column.of("LogonType");
    private static final Column ACCOUNT_DOMAIN = Column.of("AccountDomain");
    private static final Column ACCOUNT_NAME = Column.of("AccountName");
    private static final Column ACCOUNT_SID = Column.of("AccountSid");
    private static final Column PROTOCOL = Column.of("Protocol");
    private static final Column LOGON_ID = Column.of("LogonId");
    private static final Column REMOTE_DEVICE_NAME = Column.of("RemoteDeviceName");
    private static final Column REMOTE_IP = Column.of("RemoteIP");
    private static final Column REMOTE_PORT = Column.of("RemotePort");
    private static final Column LOCAL_IP = Column.of("LocalIP");
    private static final Column LOCAL_PORT = Column.of("LocalPort");
    private static final Column PROCESS_ID = Column.of("ProcessId");
    private static final Column COMMAND_LINE = Column.of("ProcessCommandLine");
    private static final Column INTEGRITY = Column.of("ProcessIntegrityLevel");
    private static final Column CREATION_TIME = Column.of("ProcessCreationTime");
    private static final Column BY_DOMAIN = Column.of("InitiatingProcessAccountDomain");
    private static final Column BY_NAME = Column.of("InitiatingProcessAccountName");
    private static final Column BY_SID = Column.of("InitiatingProcessAccountSid");
    private static final Column BY_FILE = Column.of("InitiatingProcessFileName");
    private static final Column BY_FOLDER = Column.of("InitiatingProcessFolderPath");
    private static final Column BY_COMMAND_LINE = Column.of("InitiatingProcessCommandLine");
    private static final Column BY_ID = Column.of("InitiatingProcessId");
    private static final Column BY_CREATION_TIME = Column.of("InitiatingProcessCreationTime");
    private static final Column BY_PARENT = Column.of("InitiatingProcessParentFileName");
    private static final Column BY_PARENT_ID = Column.of("InitiatingProcessParentId");

    private final Cells cells;

    DefenderRows(Cells cells) {
        this.cells = cells;
    }

    void write(CommandRun run, long report) {
        head(run.at(), run.host(), "PowerShellCommand");
        actor(run.host(), run.by());
        String command = run.command().replace("\\", "\\\\").replace("\"", "\\\"");
        cells.text(ADDITIONAL_FIELDS, "{\"Command\":\"" + command + "\"}");
        cells.number(REPORT_ID, report);
    }

    void write(FileChange change, long report) {
        head(change.at(), change.host(), change.created() ? "FileCreated" : "FileModified");
        cells.text(FILE_NAME, change.name())
                .text(FOLDER_PATH, change.folder() + change.name())
                .text(SHA1, Hashes.hex("sha1", change.content(), 40))
                .text(SHA256, Hashes.hex("sha256", change.content(), 64))
                .number(FILE_SIZE, change.size());
        actor(change.host(), change.by());
        cells.number(REPORT_ID, report);
    }

    void write(Logon logon, long report) {
        head(logon.at(), logon.host(), logon.success() ? "LogonSuccess" : "LogonFailed");
        boolean local = logon.remoteAddress().isEmpty();
        cells.text(LOGON_TYPE, logon.type());
        account(logon.account());
        cells.text(PROTOCOL, logon.type().equals("Network") ? "Kerberos" : "Negotiate")
                .number(LOGON_ID, logon.logonId())
                .text(REMOTE_DEVICE_NAME, logon.remoteName())
                .text(REMOTE_IP, logon.remoteAddress())
                .number(REMOTE_PORT, logon.remotePort())
                .text(
                        ADDITIONAL_FIELDS,
                        local ? "{\"IsLocalLogon\":true}" : "{\"IsLocalLogon\":false}")
                .number(REPORT_ID, report);
    }

    void write(ProcessStart start, long report) {
        HostProcess process = start.started();
        head(start.at(), start.host(), "ProcessCreated");
        cells.text(FILE_NAME, process.image())
                .text(FOLDER_PATH, process.path())
                .number(PROCESS_ID, process.id())
                .text(COMMAND_LINE, process.commandLine())
                .text(INTEGRITY, process.account().isSystem() ? "System" : "High")
                .ticks(CREATION_TIME, Clocks.shown(start.host(), process.created()));
        account(process.account());
        cells.number(LOGON_ID, process.logonId())
                .text(BY_FILE, process.parent())
                .number(BY_ID, process.parentId())
                .number(REPORT_ID, report);
    }

    void write(Connection connection, long report) {
        Endpoints ends = connection.endpoints();
        boolean out = connection.outbound();
        head(
                connection.at(),
                connection.host(),
                out ? "ConnectionSuccess" : "InboundConnectionAccepted");
        cells.text(REMOTE_IP, out ? ends.destinationAddress() : ends.sourceAddress())
                .number(REMOTE_PORT, out ? ends.destinationPort() : ends.sourcePort())
                .text(LOCAL_IP, out ? ends.sourceAddress() : ends.destinationAddress())
                .number(LOCAL_PORT, out ? ends.sourcePort() : ends.destinationPort())
                .text(PROTOCOL, "Tcp");
        actor(connection.host(), connection.by());
        cells.number(REPORT_ID, report);
    }

    private void head(long at, Host host, String action) {
        cells.ticks(TIMESTAMP, Clocks.shown(host, at))
                .text(DEVICE_ID, host.deviceId())
                .text(DEVICE_NAME, host.deviceName())
                .text(ACTION_TYPE, action);
    }

    private void account(Account account) {
        cells.text(ACCOUNT_DOMAIN, account.domain().toLowerCase(Locale.ROOT))
                .text(ACCOUNT_NAME, account.name())
                .text(ACCOUNT_SID, account.sid());
    }

    private void actor(Host host, HostProcess by) {
        Account account = by.account();
        cells.text(BY_DOMAIN, account.domain().toLowerCase(Locale.ROOT))
                .text(BY_NAME, account.name())
                .text(BY_SID, account.sid())
                .text(BY_FILE, by.image())
                .text(BY_FOLDER, by.path())
                .text(BY_COMMAND_LINE, by.commandLine())
                .number(BY_ID, by.id())
                .ticks(BY_CREATION_TIME, Clocks.shown(host, by.created()))
                .text(BY_PARENT, by.parent())
                .number(BY_PARENT_ID, by.parentId());
    }
}
