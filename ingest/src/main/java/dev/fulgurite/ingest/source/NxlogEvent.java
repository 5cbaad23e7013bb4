package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.event.PowerShellContext;
import dev.fulgurite.ingest.event.ProcessIdentity;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Windows event as flat JSON, the way NXLog writes it. `EventTime` is local time without a zone,
/// so that `@timestamp`, the collector's clock in UTC, is the time.
record NxlogEvent(Columns columns, long eventId, Instant at, HostIdentity host, String recordId) {

    static boolean isOf(LogRecord record, String channel, Set<String> eventIds) {
        Columns columns = record.columns();
        return columns.has("@timestamp")
                && columns.text("Channel").equalsIgnoreCase(channel)
                && eventIds.contains(columns.text("EventID"));
    }

    static NxlogEvent of(LogRecord record) throws BadRecord {
        Columns columns = record.columns();
        Instant at = Required.time(columns, "@timestamp");
        String computer = columns.first("Hostname", "Computer").strip();
        if (computer.isEmpty()) {
            throw new BadRecord("no host: Hostname is empty");
        }
        return new NxlogEvent(
                columns,
                Long.parseLong(columns.text("EventID")),
                at,
                new HostIdentity("", computer),
                columns.first("RecordNumber", "EventRecordID"));
    }

    String id() {
        return recordId.isEmpty()
                ? EventId.ofColumns(columns, "@timestamp", at)
                : EventId.of(
                        host.name().toLowerCase(Locale.ROOT),
                        columns.text("Channel").toLowerCase(Locale.ROOT),
                        recordId,
                        LogTime.written(at));
    }

    PowerShellContext context(String channel, Map<String, String> said) {
        return new PowerShellContext(
                eventId,
                channel,
                host.name(),
                recordId,
                said.getOrDefault("HostName", ""),
                said.getOrDefault("HostApplication", ""),
                said.getOrDefault("HostId", "").toLowerCase(Locale.ROOT),
                said.getOrDefault("RunspaceId", "").toLowerCase(Locale.ROOT),
                said.getOrDefault("User", ""),
                said.getOrDefault("ConnectedUser", ""),
                said.getOrDefault("CommandType", ""),
                said.getOrDefault("ScriptName", ""));
    }

    ProcessIdentity process(String hostApplication) {
        return new ProcessIdentity(image(hostApplication), processId(), null, hostApplication);
    }

    private @Nullable Long processId() {
        try {
            long id = Long.parseLong(columns.first("ExecutionProcessID", "ProcessID"));
            return id > 0 ? id : null;
        } catch (NumberFormatException unknown) {
            return null;
        }
    }

    /// The program of a command line: what stands in quotes, up to `.exe`, or before a blank.
    private static String image(String commandLine) {
        String line = commandLine.strip();
        if (line.startsWith("\"")) {
            int quote = line.indexOf('"', 1);
            return quote < 0 ? line.substring(1) : line.substring(1, quote);
        }
        int exe = line.toLowerCase(Locale.ROOT).indexOf(".exe");
        int blank = line.indexOf(' ');
        int end = exe >= 0 ? exe + ".exe".length() : blank;
        return end < 0 ? line : line.substring(0, end);
    }

    /// The account that the event was logged under.
    AccountIdentity account() {
        return new AccountIdentity(
                columns.text("UserID").strip(),
                columns.text("Domain").strip(),
                columns.text("AccountName").strip());
    }
}
