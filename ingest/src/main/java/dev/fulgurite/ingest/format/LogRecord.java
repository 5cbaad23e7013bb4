package dev.fulgurite.ingest.format;

/// One record of a log: a CSV row or a JSON object.
public record LogRecord(Place place, Columns columns) implements Reading {}
