package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A Windows event as flat JSON, the way NXLog writes it: its data stand among the columns of the
/// collector.
record NxlogEvent(Columns columns, long eventId) implements WindowsEvent {

    /// The collector's own columns, that no data of an event are read from. It leaves out what
    /// would have one of these names.
    private static final Set<String> COLLECTOR =
            Set.of(
                    "AccountName",
                    "AccountType",
                    "Channel",
                    "Domain",
                    "EventID",
                    "ExecutionProcessID",
                    "Hostname",
                    "Message",
                    "ProcessID",
                    "ThreadID",
                    "UserID");

    static @Nullable NxlogEvent of(Columns columns) {
        Long id = WindowsNumber.parse(columns.text("EventID"));
        boolean other = columns.has(Tables.FLUENT_BIT) || !columns.has("Channel");
        return id == null || other ? null : new NxlogEvent(columns, id);
    }

    @Override
    public String channel() {
        return columns.text("Channel").strip();
    }

    @Override
    public String computer() {
        return columns.first("Hostname", "Computer").strip();
    }

    @Override
    public String recordId() {
        return columns.first("RecordNumber", "EventRecordID").strip();
    }

    /// `EventTime` is mostly local time without a zone; then Sysmon's own `UtcTime`, or else the
    /// collector's clock.
    @Override
    public Instant at() throws BadRecord {
        String written = columns.text("EventTime");
        Instant own = LogTime.hasZone(written) ? LogTime.parse(written) : null;
        Instant known = own == null ? LogTime.parse(columns.text("UtcTime")) : own;
        if (known != null) {
            return known;
        }
        if (columns.text("@timestamp").isEmpty() && !written.isEmpty()) {
            throw new BadRecord(
                    "no time: EventTime has no zone and there is no @timestamp;"
                            + " let the collector write one of them");
        }
        return Required.time(columns, "@timestamp");
    }

    @Override
    public @Nullable Long processId() {
        return WindowsNumber.processId(columns.first("ExecutionProcessID", "ProcessID"));
    }

    @Override
    public AccountIdentity user() {
        return new AccountIdentity(
                columns.text("UserID").strip(),
                columns.text("Domain").strip(),
                columns.text("AccountName").strip());
    }

    @Override
    public String data(String name) {
        return COLLECTOR.contains(name) ? "" : columns.text(name);
    }

    @Override
    public List<String> unnamed() {
        String data = columns.text("Data");
        return data.isEmpty() ? List.of() : List.of(data);
    }

    @Override
    public String message() {
        return columns.text("Message");
    }
}
