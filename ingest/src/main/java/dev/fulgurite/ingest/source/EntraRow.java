package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import dev.fulgurite.ingest.format.LogRecord;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A record of a directory log under the column names of Log Analytics, out of whichever shape it
/// came in: a row, of which the portal doubles some columns (`Status_dynamic`, `Status_string`); a
/// diagnostic record, which has most of it in `properties`; or a record of the directory's own
/// interface, which is those properties alone.
final class EntraRow {

    /// Where the names differ by more than the case of their first letter.
    private static final Map<String, String> IN_PROPERTIES =
            Map.of(
                    "IPAddress", "ipAddress",
                    "LocationDetails", "location",
                    "RiskEventTypes_V2", "riskEventTypes_v2",
                    "AADOperationType", "operationType");

    private static final List<String> TIMES =
            List.of("TimeGenerated", "CreatedDateTime", "ActivityDateTime");
    private static final List<String> TIMES_INSIDE = List.of("createdDateTime", "activityDateTime");

    private final Columns outer;
    private final Columns inner;
    private final boolean camel;

    private EntraRow(Columns outer, Columns inner, boolean camel) {
        this.outer = outer;
        this.inner = inner;
        this.camel = camel;
    }

    static EntraRow of(LogRecord record) {
        Columns columns = record.columns();
        if (columns.has("properties") && columns.has("category")) {
            return new EntraRow(columns, columns.object("properties"), true);
        }
        boolean camel = columns.has("createdDateTime") || columns.has("activityDateTime");
        return new EntraRow(columns, columns, camel);
    }

    /// Whether the record could tell its time.
    boolean hasTime() {
        return camel
                ? outer.has("time") || TIMES_INSIDE.stream().anyMatch(inner::has)
                : TIMES.stream().anyMatch(outer::has);
    }

    Instant time() throws BadRecord {
        if (!camel) {
            return Required.time(outer, TIMES.get(0), TIMES.get(1), TIMES.get(2));
        }
        // Around the properties stands when the record was made, minutes later.
        Instant own = LogTime.parse(inner.first(TIMES_INSIDE.get(0), TIMES_INSIDE.get(1)));
        return own == null && outer.has("time")
                ? Required.time(outer, "time")
                : Required.time(inner, TIMES_INSIDE.get(0), TIMES_INSIDE.get(1));
    }

    boolean has(String column) {
        return camel
                ? inner.has(inside(column)) || outer.has(withSmallFirst(column))
                : outer.has(column);
    }

    String text(String column) {
        if (!camel) {
            return outer.first(column, column + "_dynamic", column + "_string");
        }
        String text = inner.text(inside(column));
        return text.isEmpty() ? outer.text(withSmallFirst(column)) : text;
    }

    /// What stands around the properties of a diagnostic record, or in the row.
    String outside(String column) {
        return camel ? outer.text(withSmallFirst(column)) : text(column);
    }

    Columns object(String column) {
        return camel ? inner.object(inside(column)) : outer.object(written(column));
    }

    List<Columns> objects(String column) {
        return camel ? inner.objects(inside(column)) : outer.objects(written(column));
    }

    /// These columns as written, when they are not empty.
    Map<String, Object> kept(List<String> columns) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String column : columns) {
            String text = text(column);
            if (!text.isEmpty()) {
                kept.put(column, text);
            }
        }
        return kept;
    }

    /// The row's own id, or one of all that it says.
    String id(Instant at, Map<String, Object> kept) {
        String own = EventId.own(text("Id"));
        if (!own.isEmpty()) {
            return own;
        }
        Map<String, Object> hashed = new LinkedHashMap<>();
        kept.forEach((column, text) -> hashed.put(column, Columns.compacted(text.toString())));
        return EventId.ofColumns(hashed, at);
    }

    private String written(String column) {
        return !outer.text(column).isEmpty()
                ? column
                : column + (outer.text(column + "_dynamic").isEmpty() ? "_string" : "_dynamic");
    }

    private static String inside(String column) {
        return IN_PROPERTIES.getOrDefault(column, withSmallFirst(column));
    }

    private static String withSmallFirst(String column) {
        return column.substring(0, 1).toLowerCase(Locale.ROOT) + column.substring(1);
    }
}
