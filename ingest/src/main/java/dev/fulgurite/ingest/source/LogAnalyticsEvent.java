package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Windows event as a row of one of the tables that Log Analytics has for them: SecurityEvent
/// spreads the data over columns, WindowsEvent holds them as JSON, Event as XML.
final class LogAnalyticsEvent implements WindowsEvent {

    /// Columns of SecurityEvent alone, of which queries leave some out.
    private static final List<String> OF_SECURITY =
            List.of("EventSourceName", "SubjectUserSid", "TargetUserSid", "TargetLogonId");

    private final Columns columns;
    private final long eventId;
    private @Nullable Columns json;
    private @Nullable WindowsXml xml;

    private LogAnalyticsEvent(Columns columns, long eventId) {
        this.columns = columns;
        this.eventId = eventId;
    }

    static @Nullable LogAnalyticsEvent of(Columns columns) {
        Long id = WindowsNumber.parse(columns.text("EventID"));
        return id == null || !columns.has("Computer") ? null : new LogAnalyticsEvent(columns, id);
    }

    /// Read when it is asked for: most events are of no source.
    private Columns json() {
        Columns read = json;
        if (read == null) {
            read = columns.object("EventData");
            json = read;
        }
        return read;
    }

    private WindowsXml xml() {
        WindowsXml read = xml;
        if (read == null) {
            read =
                    json().isEmpty()
                            ? WindowsXml.ofData(columns.first("EventData", "ParameterXml"))
                            : WindowsXml.NONE;
            xml = read;
        }
        return read;
    }

    @Override
    public void check() throws BadRecord {
        if (!xml().problem().isEmpty()) {
            throw new BadRecord("EventData cannot be read as XML: " + xml().problem());
        }
    }

    @Override
    public Columns columns() {
        return columns;
    }

    @Override
    public long eventId() {
        return eventId;
    }

    @Override
    public String channel() {
        String named = columns.first("Channel", "EventLog").strip();
        boolean security =
                columns.first("Type", "$table").equalsIgnoreCase("SecurityEvent")
                        || OF_SECURITY.stream().anyMatch(columns::has);
        return named.isEmpty() && security ? "Security" : named;
    }

    @Override
    public String computer() {
        return columns.text("Computer").strip();
    }

    @Override
    public String recordId() {
        return columns.first("EventRecordId", "EventRecordID").strip();
    }

    @Override
    public Instant at() throws BadRecord {
        return Required.time(columns, "TimeGenerated");
    }

    @Override
    public @Nullable Long processId() {
        return WindowsNumber.processId(columns.text("SystemProcessId"));
    }

    @Override
    public AccountIdentity user() {
        String sid = columns.text("SystemUserId").strip();
        String name = columns.text("UserName").strip();
        return AccountNames.of(sid.equals("N/A") ? "" : sid, name.equals("N/A") ? "" : name);
    }

    @Override
    public String data(String name) {
        String inJson = json().text(name);
        String own = inJson.isEmpty() ? xml().data(name) : inJson;
        return own.isEmpty() ? columns.text(name) : own;
    }

    @Override
    public List<String> unnamed() {
        return json().isEmpty() ? xml().unnamed() : json().texts("Data");
    }

    @Override
    public String message() {
        return columns.first("RenderedDescription", "Message");
    }
}
