package dev.fulgurite.ingest.mapping;

import dev.fulgurite.graph.event.GraphEvent.Entity;
import dev.fulgurite.ingest.event.BehaviorAnomaly;
import dev.fulgurite.ingest.event.CloudActivity;
import dev.fulgurite.ingest.event.CommandRun;
import dev.fulgurite.ingest.event.Connection;
import dev.fulgurite.ingest.event.DirectoryChange;
import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.FileChange;
import dev.fulgurite.ingest.event.HostActivity;
import dev.fulgurite.ingest.event.Logon;
import dev.fulgurite.ingest.event.LogonOrigin;
import dev.fulgurite.ingest.event.PowerShellContext;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.event.ProcessStart;
import dev.fulgurite.ingest.event.ScriptBlockPart;
import dev.fulgurite.ingest.event.SignIn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The properties of a carrier: the columns as written (`PascalCase`), and what Fulgurite makes of
/// them (`camelCase`).
final class Properties {

    private static final int MAX_TEXT = 32_768;
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// What links and detections look events up by.
    private static final Set<String> LOOKED_UP =
            Set.of(
                    "operation",
                    "process",
                    "hostId",
                    "runspaceId",
                    "scriptBlockId",
                    "computerName",
                    "vmId");

    private final Event event;
    private final Map<String, Object> made = new LinkedHashMap<>();

    private Properties(Event event) {
        this.event = event;
        with("table", event.table());
    }

    static Properties of(CloudActivity activity) {
        return new Properties(activity)
                .with("operation", activity.operation())
                .with("status", activity.status().name())
                .with("resourceId", activity.resourceId())
                .with("subscription", activity.subscription())
                .with("correlationId", activity.correlationId())
                .withKnown("callerObjectId", activity.caller().objectId())
                .withKnown("computerName", activity.computerName())
                .withKnown("vmId", activity.vmId());
    }

    static Properties of(SignIn signIn) {
        return new Properties(signIn)
                .withKnown("callerObjectId", signIn.caller().objectId())
                .withKnown("appId", signIn.appId())
                .with("succeeded", signIn.succeeded())
                .with("risky", signIn.risky());
    }

    static Properties of(DirectoryChange change) {
        return new Properties(change)
                .with("operation", change.operation())
                .with("succeeded", change.succeeded())
                .withKnown("initiatorIp", address(change.initiatorIp()))
                .withKnown("appId", change.appId())
                .withKnown("targetIds", targetIds(change));
    }

    private static @Nullable List<String> targetIds(DirectoryChange change) {
        List<String> ids =
                change.targets().stream()
                        .map(target -> target.identity().objectId())
                        .filter(id -> !id.isEmpty())
                        .toList();
        return ids.isEmpty() ? null : ids;
    }

    static Properties of(BehaviorAnomaly anomaly) {
        return new Properties(anomaly)
                .with("uncommon", anomaly.uncommon())
                .with("dormant", anomaly.dormant());
    }

    static Properties of(FileChange change) {
        return new Properties(change).with(change.process());
    }

    static Properties of(HostActivity activity) {
        return new Properties(activity).with(activity.process()).with(activity.context());
    }

    static Properties of(CommandRun run) {
        return new Properties(run)
                .with("command", run.command())
                .with("commandLine", run.process().commandLine())
                .with("process", baseName(run.process().image()))
                .with(run.process())
                .with(run.context());
    }

    static Properties of(ProcessStart start) {
        ProcessIdentity parent = start.parent();
        return new Properties(start)
                .with("image", start.process().image())
                .with("process", baseName(start.process().image()))
                .with("commandLine", start.process().commandLine())
                .with(start.process())
                .withKnown("parentImage", parent.image())
                .withKnown("parentProcessId", parent.id())
                .withKnown("parentCommandLine", parent.commandLine())
                .withKnown("logonId", logonId(start.logonId()));
    }

    static Properties of(Connection connection) {
        return new Properties(connection)
                .withKnown("sourceIp", address(connection.sourceIp()))
                .withKnown("sourcePort", connection.sourcePort())
                .withKnown("destinationIp", address(connection.destinationIp()))
                .withKnown("destinationPort", connection.destinationPort())
                .withKnown("protocol", lower(connection.protocol()))
                .with("initiated", connection.initiated())
                .withKnown("image", connection.process().image())
                .withKnown("process", baseName(connection.process().image()))
                .with(connection.process());
    }

    static Properties of(Logon logon) {
        LogonOrigin origin = logon.origin();
        return new Properties(logon)
                .with("logonType", logon.logonType())
                .withKnown("logonId", logonId(logon.logonId()))
                .withKnown("sourceIp", address(origin.ip()))
                .withKnown("sourcePort", origin.port())
                .withKnown("workstation", origin.workstation());
    }

    static Properties of(ScriptBlockPart part) {
        String text = part.text();
        return new Properties(part)
                .with(part.context())
                .withKnown("processId", part.processId())
                .with("scriptBlockId", lower(part.scriptBlockId()))
                .with("part", part.part())
                .with("parts", part.parts())
                .with("scriptBlockText", beginning(text))
                .with("scriptBlockLength", (long) text.length())
                .with("scriptBlockHash", hash(text))
                .withKnown("path", part.path());
    }

    Properties with(String property, Object value) {
        boolean bounded = LOOKED_UP.contains(property) && value instanceof String;
        made.put(property, bounded ? Keys.bounded((String) value) : value);
        return this;
    }

    /// The account that acted, by its key in the graph.
    Properties withKey(@Nullable Entity account) {
        return account == null ? this : with("account", account.ref().key());
    }

    /// What links and pivots read stands before the log's own columns.
    Map<String, Object> all() {
        Map<String, Object> all =
                LinkedHashMap.newLinkedHashMap(made.size() + event.columns().size());
        all.putAll(made);
        event.columns().forEach(all::putIfAbsent);
        return all;
    }

    private Properties withKnown(String property, @Nullable Object value) {
        if (value != null && !value.equals("")) {
            with(property, value);
        }
        return this;
    }

    private Properties with(@Nullable ProcessIdentity process) {
        return process == null
                ? this
                : withKnown("processId", process.id())
                        .withKnown("processCreated", process.created());
    }

    private Properties with(@Nullable PowerShellContext context) {
        return context == null
                ? this
                : with("eventId", context.eventId())
                        .with("channel", context.channel())
                        .with("computer", context.computer())
                        .withKnown("recordId", context.recordId())
                        .withKnown("hostName", context.hostName())
                        .withKnown("hostApplication", context.hostApplication())
                        .withKnown("hostId", context.hostId())
                        .withKnown("runspaceId", context.runspaceId())
                        .withKnown("user", context.user())
                        .withKnown("connectedUser", context.connectedUser())
                        .withKnown("commandType", context.commandType())
                        .withKnown("scriptName", context.scriptName());
    }

    /// `powershell.exe` of `C:\Windows\…\PowerShell.EXE`.
    private static String baseName(String image) {
        int slash = Math.max(image.lastIndexOf('\\'), image.lastIndexOf('/'));
        return lower(image.substring(slash + 1));
    }

    /// The longest text that a property holds; the whole of it is read back through the evidence.
    private static String beginning(String text) {
        if (text.length() <= MAX_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(MAX_TEXT - 1)) ? MAX_TEXT - 1 : MAX_TEXT;
        return text.substring(0, end);
    }

    /// The same for the same script however it is laid out and in whatever case it was typed.
    private static String hash(String text) {
        return Keys.hash(BLANKS.matcher(lower(text)).replaceAll(" "));
    }

    /// `0x…` as Windows writes it, also where it was written in decimal; `""` for none.
    private static String logonId(String written) {
        String text = lower(written);
        if (text.startsWith("0x")) {
            return text.equals("0x0") ? "" : text;
        }
        try {
            long id = text.isEmpty() ? 0 : Long.parseLong(text);
            return id == 0 ? "" : "0x" + Long.toHexString(id);
        } catch (NumberFormatException none) {
            return text;
        }
    }

    /// The address in its one form, or as written when it is none.
    private static String address(String written) {
        String canonical = IpText.canonical(written);
        return canonical.isEmpty() ? written.strip() : canonical;
    }

    static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
