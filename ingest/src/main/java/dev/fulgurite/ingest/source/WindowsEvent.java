package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Windows event, the same to look at in every shape that it is exported in. Texts are `""` where
/// the shape does not say.
sealed interface WindowsEvent permits DumpedEvent, LogAnalyticsEvent, NxlogEvent, WinlogbeatEvent {

    /// Null when the record is no Windows event.
    static @Nullable WindowsEvent of(LogRecord record) {
        return of(record.columns());
    }

    private static @Nullable WindowsEvent of(Columns columns) {
        if (columns.has("Event")) {
            return DumpedEvent.of(columns);
        }
        if (columns.has("EventID")) {
            return columns.has("TimeGenerated")
                    ? LogAnalyticsEvent.of(columns)
                    : NxlogEvent.of(columns);
        }
        if (columns.has("winlog") || columns.has("winlog.channel")) {
            return WinlogbeatEvent.of(columns);
        }
        return columns.has("_source") ? WinlogbeatEvent.of(columns.object("_source")) : null;
    }

    /// The record itself, as its shape has it.
    Columns columns();

    String channel();

    long eventId();

    String computer();

    String recordId();

    /// In UTC; the event's own where the shape has it, else the collector's.
    Instant at() throws BadRecord;

    /// The process that wrote the event.
    @Nullable Long processId();

    /// The account that the event was written under.
    AccountIdentity user();

    /// One of the event's named data.
    String data(String name);

    /// Its data without a name, in order.
    List<String> unnamed();

    /// The text that Windows makes of it, in the language of the machine that did.
    String message();

    /// Whether all that the shape holds could be read.
    default void check() throws BadRecord {}

    /// The same in every shape: what collectors cut off a time is not part of it, and of Sysmon's
    /// two times it is the one in its data, which some collectors put in the place of the other.
    /// One that was recovered is another event than the same in a log: it is to be told from it.
    default String id() throws BadRecord {
        String id = idInLog();
        return columns().has(LogRecord.RECOVERED) ? EventId.of(at(), LogRecord.RECOVERED, id) : id;
    }

    private String idInLog() throws BadRecord {
        Instant written = isOfSysmon() ? LogTime.parse(said("UtcTime")) : null;
        Instant at = written == null ? at() : written;
        String record = EventId.own(recordId());
        return record.isEmpty()
                ? EventId.ofColumns(columns(), "TimeGenerated", at)
                : EventId.of(
                        at.truncatedTo(ChronoUnit.MILLIS),
                        lower(computer()),
                        lower(channel()),
                        record);
    }

    default boolean isOfSysmon() {
        return channel().equalsIgnoreCase(SysmonProcessStarts.CHANNEL);
    }

    default HostIdentity host() throws BadRecord {
        if (computer().isEmpty()) {
            throw new BadRecord("no host: the event names no computer");
        }
        return new HostIdentity("", computer());
    }

    /// As in `Security 4672`; collectors differ in how they write the first letter.
    default String name() {
        String channel = channel().isEmpty() ? "Windows" : channel();
        return channel.substring(0, 1).toUpperCase(Locale.ROOT)
                + channel.substring(1)
                + " "
                + eventId();
    }

    /// One of the named data; Windows writes `-` for nothing.
    default String said(String name) {
        String text = data(name).strip();
        return text.equals("-") ? "" : text;
    }

    /// One of the named data as a number, be it written in decimal or as `0x…`; null when it is
    /// none.
    default @Nullable Long number(String name) {
        return WindowsNumber.parse(said(name));
    }

    /// Those of the named data that are there, and which event it is.
    default Map<String, Object> kept(String... names) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put("EventID", eventId());
        Long record = WindowsNumber.parse(recordId());
        if (record != null) {
            kept.put("EventRecordID", record);
        }
        for (String name : names) {
            String text = said(name);
            if (!text.isEmpty()) {
                kept.put(name, text);
            }
        }
        return kept;
    }

    /// The account that the data beginning with `prefix` name, such as `Target`.
    default AccountIdentity account(String prefix) {
        String sid = said(prefix + "UserSid");
        return new AccountIdentity(
                sid.equals(WindowsNumber.NOBODY) ? "" : sid,
                said(prefix + "DomainName"),
                said(prefix + "UserName"));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
