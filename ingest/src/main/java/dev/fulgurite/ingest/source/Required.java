package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.event.Event;
import dev.fulgurite.ingest.event.HostIdentity;
import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import java.util.List;

/// What an event cannot be without.
final class Required {

    private static final int SHOWN = 60;
    private static final int LONGEST_ID = 700;

    /// Columns that are looked up as written.
    private static final List<String> LOOKED_UP =
            List.of("AzureVmId", "AzureResourceId", "ServicePrincipalId");

    private Required() {}

    /// The first of these columns that is not empty, as a time.
    static Instant time(Columns columns, String column, String... others) throws BadRecord {
        String text = columns.first(column, others);
        if (text.isEmpty()) {
            throw new BadRecord("no time: " + column + " is empty");
        }
        Instant at = LogTime.parse(text);
        if (at == null) {
            String dayFirst =
                    LogTime.isDayFirst(text)
                            ? ": the day stands before the month, in this file perhaps in times"
                                    + " that were read as well; export again with ISO times"
                            : "";
            String shown = text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text;
            throw new BadRecord("no time: " + column + " is '" + shown + "'" + dayFirst);
        }
        return at;
    }

    static HostIdentity host(Columns columns) throws BadRecord {
        String id = columns.text("DeviceId").strip();
        String name = columns.text("DeviceName").strip();
        if (id.isEmpty() && name.isEmpty()) {
            throw new BadRecord("no host: DeviceId and DeviceName are empty");
        }
        return new HostIdentity(id, name);
    }

    /// An index of the graph takes some 8,000 bytes: ids that are longer are none.
    static void fitToBeLookedUp(Event event) throws BadRecord {
        idOfSaneLength("the event's id", event.id());
        for (String column : LOOKED_UP) {
            idOfSaneLength(column, event.columns().getOrDefault(column, "").toString());
        }
    }

    private static void idOfSaneLength(String what, String id) throws BadRecord {
        if (id.length() > LONGEST_ID) {
            throw new BadRecord(what + " has " + id.length() + " characters; no id is that long");
        }
    }
}
