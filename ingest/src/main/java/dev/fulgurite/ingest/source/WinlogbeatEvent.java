package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A Windows event as Winlogbeat ships it. Its pipelines move data into fields of the Elastic
/// Common Schema and leave the event's own out, so that both places are read.
record WinlogbeatEvent(Columns columns, long eventId, Columns eventData, WindowsXml original)
        implements WindowsEvent {

    /// Where the pipelines put what the event calls otherwise.
    private static final Map<String, List<String>> MOVED =
            Map.ofEntries(
                    Map.entry("Application", List.of("process.executable")),
                    Map.entry("CommandLine", List.of("process.command_line")),
                    Map.entry("CommandName", List.of("powershell.command.name")),
                    Map.entry("CommandType", List.of("powershell.command.type")),
                    Map.entry("DestAddress", List.of("destination.ip")),
                    Map.entry("DestPort", List.of("destination.port")),
                    Map.entry("DestinationHostname", List.of("destination.domain")),
                    Map.entry("DestinationIp", List.of("destination.ip")),
                    Map.entry("DestinationPort", List.of("destination.port")),
                    Map.entry("Direction", List.of("network.direction")),
                    Map.entry("HostApplication", List.of("process.command_line")),
                    Map.entry("HostId", List.of("process.entity_id")),
                    Map.entry("HostName", List.of("process.title")),
                    Map.entry("Image", List.of("process.executable")),
                    Map.entry("Initiated", List.of("network.direction")),
                    Map.entry("IpAddress", List.of("source.ip")),
                    Map.entry("IpPort", List.of("source.port")),
                    Map.entry("MessageNumber", List.of("powershell.sequence")),
                    Map.entry("MessageTotal", List.of("powershell.total")),
                    Map.entry("NewProcessId", List.of("process.pid")),
                    Map.entry("NewProcessName", List.of("process.executable")),
                    Map.entry("ParentCommandLine", List.of("process.parent.command_line")),
                    Map.entry("ParentImage", List.of("process.parent.executable")),
                    Map.entry("ParentProcessGuid", List.of("process.parent.entity_id")),
                    Map.entry("ParentProcessId", List.of("process.parent.pid")),
                    Map.entry("ParentProcessName", List.of("process.parent.executable")),
                    Map.entry("OriginalFileName", List.of("process.pe.original_file_name")),
                    Map.entry("Path", List.of("file.path")),
                    Map.entry("ProcessGuid", List.of("process.entity_id")),
                    Map.entry("ProcessId", List.of("process.pid")),
                    Map.entry("Protocol", List.of("network.transport")),
                    Map.entry("RunspaceId", List.of("powershell.runspace_id")),
                    Map.entry("ScriptBlockId", List.of("powershell.file.script_block_id")),
                    Map.entry("ScriptBlockText", List.of("powershell.file.script_block_text")),
                    Map.entry("ScriptName", List.of("file.path")),
                    Map.entry("SourceAddress", List.of("source.ip")),
                    Map.entry("SourceHostname", List.of("source.domain")),
                    Map.entry("SourceIp", List.of("source.ip")),
                    Map.entry("SourcePort", List.of("source.port")));

    /// In the order of Sysmon.
    private static final List<String> HASHES = List.of("sha1", "md5", "sha256", "imphash");

    /// Accounts, which are put as a domain and a name.
    private static final Map<String, List<String>> MOVED_ACCOUNTS =
            Map.of(
                    "User", List.of("user"),
                    "UserId", List.of("user"),
                    "ConnectedUser", List.of("powershell.connected_user", "destination.user"));

    static @Nullable WinlogbeatEvent of(Columns columns) {
        Long id = WindowsNumber.parse(path(columns, "winlog.event_id"));
        if (id == null) {
            return null;
        }
        Columns data = columns.object("winlog").object("event_data");
        WindowsXml original =
                data.isEmpty()
                        ? WindowsXml.ofEvent(path(columns, "event.original"))
                        : WindowsXml.NONE;
        String record = path(columns, "winlog.record_id");
        boolean same = original.system("EventRecordID").equals(record);
        return new WinlogbeatEvent(columns, id, data, same ? original : WindowsXml.NONE);
    }

    /// A field by its full name, be it nested or written with dots.
    private static String path(Columns columns, String name) {
        if (columns.has(name)) {
            return columns.text(name);
        }
        Columns at = columns;
        String rest = name;
        for (int dot = rest.indexOf('.'); dot > 0; dot = rest.indexOf('.')) {
            at = at.object(rest.substring(0, dot));
            rest = rest.substring(dot + 1);
        }
        return at.text(rest);
    }

    @Override
    public String channel() {
        return path(columns, "winlog.channel").strip();
    }

    @Override
    public String computer() {
        String name = path(columns, "winlog.computer_name").strip();
        return name.isEmpty() ? path(columns, "host.name").strip() : name;
    }

    @Override
    public String recordId() {
        return path(columns, "winlog.record_id").strip();
    }

    @Override
    public Instant at() throws BadRecord {
        return Required.time(columns, "@timestamp");
    }

    @Override
    public @Nullable Long processId() {
        return WindowsNumber.processId(path(columns, "winlog.process.pid"));
    }

    @Override
    public AccountIdentity user() {
        return new AccountIdentity(
                path(columns, "winlog.user.identifier").strip(),
                path(columns, "winlog.user.domain").strip(),
                path(columns, "winlog.user.name").strip());
    }

    @Override
    public String data(String name) {
        String own = eventData.text(name);
        for (String place : List.of("winlog.event_data.", "winlog.user_data.")) {
            own = own.isEmpty() ? path(columns, place + name) : own;
        }
        own = own.isEmpty() ? original.data(name) : own;
        return own.isEmpty() ? moved(name) : own;
    }

    private String moved(String name) {
        for (String field : MOVED.getOrDefault(name, List.of())) {
            String text = path(columns, field);
            if (!text.isEmpty()) {
                return text;
            }
        }
        for (String account : MOVED_ACCOUNTS.getOrDefault(name, List.of())) {
            String user = path(columns, account + ".name");
            String domain = path(columns, account + ".domain");
            if (!user.isEmpty()) {
                return domain.isEmpty() ? user : domain + "\\" + user;
            }
        }
        return switch (name) {
            case "CommandInvocation" -> invoked();
            case "Hashes" -> hashes();
            case "UtcTime" -> isOfSysmon() ? columns.text("@timestamp") : "";
            default -> "";
        };
    }

    /// As Sysmon writes them: `SHA1=…,MD5=…`.
    private String hashes() {
        Columns hashes = columns.object("process").object("hash");
        return HASHES.stream()
                .filter(hashes::has)
                .map(hash -> (hash + "=" + hashes.text(hash)).toUpperCase(Locale.ROOT))
                .collect(Collectors.joining(","));
    }

    private String invoked() {
        Columns command = columns.object("powershell").object("command");
        return command.texts("invocation_details").stream()
                .map(Columns::ofJson)
                .filter(detail -> detail.text("type").equals("CommandInvocation"))
                .map(detail -> detail.text("related_command"))
                .findFirst()
                .orElse("");
    }

    @Override
    public List<String> unnamed() {
        List<String> all = new ArrayList<>();
        for (int i = 1; eventData.has("param" + i); i++) {
            all.add(eventData.text("param" + i));
        }
        return all.isEmpty() ? original.unnamed() : all;
    }

    @Override
    public String message() {
        return columns.text("message");
    }
}
