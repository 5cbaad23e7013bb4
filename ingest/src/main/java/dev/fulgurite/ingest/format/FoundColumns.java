package dev.fulgurite.ingest.format;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A row that a search job of Log Analytics found, as the row that it was. The job's table has the
/// row's own time and table in columns beside, and the time of the search in the row's place
/// (Microsoft Learn, "Run search jobs in Azure Monitor").
final class FoundColumns implements Columns {

    private static final String ORIGINAL = "_Original";
    private static final String TIME = "TimeGenerated";
    private static final String TYPE = "Type";

    private final Columns row;

    private FoundColumns(Columns row) {
        this.row = row;
    }

    /// The record, or what it was before a search job found it.
    static LogRecord original(LogRecord record) {
        return record.columns().has(ORIGINAL + TIME)
                ? new LogRecord(record.place(), new FoundColumns(record.columns()))
                : record;
    }

    private static String place(String name) {
        return name.equals(TIME) || name.equals(TYPE) ? ORIGINAL + name : name;
    }

    @Override
    public boolean has(String name) {
        return !name.startsWith(ORIGINAL) && row.has(place(name));
    }

    @Override
    public String text(String name) {
        return has(name) ? row.text(place(name)) : "";
    }

    @Override
    public Columns object(String name) {
        return row.object(place(name));
    }

    @Override
    public List<Columns> objects(String name) {
        return row.objects(place(name));
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>(row.names());
        names.removeIf(name -> name.startsWith(ORIGINAL));
        return names;
    }
}
