package dev.fulgurite.ingest.format;

/// One record of a log: a CSV row, a JSON object or a Windows event.
public record LogRecord(Place place, Columns columns) implements Reading {

    /// A column that a record has which its log holds no more.
    public static final String RECOVERED = "recovered";

    /// The record as it was logged: one that a search job found again has its own time and table
    /// back.
    public LogRecord asLogged() {
        return FoundColumns.original(this);
    }
}
