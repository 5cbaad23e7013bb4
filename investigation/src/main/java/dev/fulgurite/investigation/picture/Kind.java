package dev.fulgurite.investigation.picture;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// How nodes of a label are shown. A label that is not listed is shown as a record.
public enum Kind {
    ALERT("Alert", "Alert", "alerts", Family.RECORD, Column.ALERT, Icon.WARNING),
    CALLER("Caller", "Caller", "callers", Family.IDENTITY, Column.IDENTITY, Icon.PERSON),
    IP_ADDRESS("IpAddress", "IP address", "addresses", Family.ORIGIN, Column.IDENTITY, Icon.GLOBE),
    ACCOUNT("Account", "Account", "accounts", Family.IDENTITY, Column.IDENTITY, Icon.BADGE),
    OPERATION(
            "Operation", "Operation", "operations", Family.OPERATION, Column.OPERATION, Icon.BOLT),
    ACTIVITY_EVENT(
            "ActivityEvent",
            "Activity record",
            "activity records",
            Family.RECORD,
            Column.OPERATION,
            Icon.LINES),
    SUBSCRIPTION(
            "Subscription",
            "Subscription",
            "subscriptions",
            Family.MACHINE,
            Column.MACHINE,
            Icon.KEY),
    VIRTUAL_MACHINE(
            "VirtualMachine",
            "Virtual machine",
            "virtual machines",
            Family.MACHINE,
            Column.MACHINE,
            Icon.CLOUD),
    HOST("Host", "Host", "hosts", Family.MACHINE, Column.HOST, Icon.MONITOR),
    SCRIPT_FILE(
            "ScriptFile", "Script file", "script files", Family.SCRIPT, Column.SCRIPT, Icon.FILE),
    FILE_EVENT(
            "FileEvent", "File record", "file records", Family.RECORD, Column.SCRIPT, Icon.LINES),
    SESSION(
            "PowerShellSession",
            "Session",
            "sessions",
            Family.SESSION,
            Column.SESSION,
            Icon.TERMINAL),
    HOST_EVENT(
            "HostEvent", "Host record", "host records", Family.RECORD, Column.SESSION, Icon.LINES),
    PROCESS_EVENT(
            "ProcessEvent",
            "Process start",
            "process starts",
            Family.RECORD,
            Column.SESSION,
            Icon.LINES),
    SIGN_IN("SignIn", "Sign-in", "sign-ins", Family.RECORD, Column.OPERATION, Icon.KEY),
    DIRECTORY_CHANGE(
            "DirectoryChange",
            "Directory change",
            "directory changes",
            Family.RECORD,
            Column.OPERATION,
            Icon.LINES),
    BEHAVIOR_ANOMALY(
            "BehaviorAnomaly",
            "Unusual behavior",
            "unusual behaviors",
            Family.RECORD,
            Column.OPERATION,
            Icon.LINES),
    SCRIPT_BLOCK(
            "ScriptBlock", "Script text", "script texts", Family.SCRIPT, Column.COMMAND, Icon.FILE),
    COMMAND("Command", "Command", "commands", Family.COMMAND, Column.COMMAND, Icon.PROMPT),
    RECORD("", "Record", "records", Family.RECORD, Column.ONWARD, Icon.LINES);

    private static final Map<String, Kind> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(kind -> kind.label, kind -> kind));

    private final String label;
    private final String words;
    private final String plural;
    private final Family family;
    private final Column column;
    private final Icon icon;

    Kind(String label, String words, String plural, Family family, Column column, Icon icon) {
        this.label = label;
        this.words = words;
        this.plural = plural;
        this.family = family;
        this.column = column;
        this.icon = icon;
    }

    public static Kind of(String label) {
        return BY_LABEL.getOrDefault(label, RECORD);
    }

    /// As people say it, for one.
    public String words() {
        return words;
    }

    /// As people say it, for several.
    public String plural() {
        return plural;
    }

    public Family family() {
        return family;
    }

    /// Where it stands when nothing in the graph moves it elsewhere.
    public Column column() {
        return column;
    }

    public Icon icon() {
        return icon;
    }
}
