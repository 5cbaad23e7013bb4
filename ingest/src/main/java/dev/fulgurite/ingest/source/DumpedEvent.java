package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.AccountIdentity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Windows event as the tree that its XML is: `Event` with `System` and `EventData` or
/// `UserData`. Event log files are read so, and tools that dump them write it as JSON.
record DumpedEvent(Columns columns, Columns event, Columns system, Columns eventData, long eventId)
        implements WindowsEvent {

    private static final String TEXT = "#text";

    static @Nullable DumpedEvent of(Columns columns) {
        Columns event = columns.object("Event");
        Columns system = event.object("System");
        Long id = WindowsNumber.parse(value(system, "EventID"));
        if (id == null) {
            return null;
        }
        Columns data = event.object("EventData");
        return new DumpedEvent(columns, event, system, data.isEmpty() ? userData(event) : data, id);
    }

    /// `UserData` holds one element of the provider's own, which holds the data.
    private static Columns userData(Columns event) {
        Columns outer = event.object("UserData");
        for (String name : outer.names()) {
            Columns inner = outer.object(name);
            if (!name.startsWith("#") && !inner.isEmpty()) {
                return inner;
            }
        }
        return outer;
    }

    /// The text of an element, with attributes or without.
    private static String value(Columns parent, String name) {
        String text = parent.text(name);
        if (!text.startsWith("{")) {
            return text;
        }
        Columns element = parent.object(name);
        return element.has(TEXT) || element.has("#attributes") ? element.text(TEXT) : text;
    }

    /// An attribute of a part of `System`; tools write attributes in two ways.
    private String attribute(String element, String name) {
        String beside = system.object(element).object("#attributes").text(name);
        return beside.isEmpty() ? system.object(element + "_attributes").text(name) : beside;
    }

    @Override
    public String channel() {
        return value(system, "Channel").strip();
    }

    @Override
    public String computer() {
        return value(system, "Computer").strip();
    }

    @Override
    public String recordId() {
        return value(system, "EventRecordID").strip();
    }

    @Override
    public Instant at() throws BadRecord {
        String written = attribute("TimeCreated", "SystemTime");
        Instant at = LogTime.parse(written);
        if (at == null) {
            throw new BadRecord("no time: SystemTime of TimeCreated is '" + written + "'");
        }
        return at;
    }

    @Override
    public @Nullable Long processId() {
        return WindowsNumber.processId(attribute("Execution", "ProcessID"));
    }

    @Override
    public AccountIdentity user() {
        return new AccountIdentity(attribute("Security", "UserID").strip(), "", "");
    }

    /// Named data are texts, whatever they look like.
    @Override
    public String data(String name) {
        return eventData.text(name);
    }

    @Override
    public List<String> unnamed() {
        List<String> all = new ArrayList<>(texts("Data"));
        for (int i = 1; eventData.has("Data_" + i); i++) {
            all.addAll(texts("Data_" + i));
        }
        return all;
    }

    private List<String> texts(String name) {
        Columns element = eventData.object(name);
        return element.has(TEXT) ? element.texts(TEXT) : eventData.texts(name);
    }

    @Override
    public String message() {
        return event.object("RenderingInfo").text("Message");
    }
}
