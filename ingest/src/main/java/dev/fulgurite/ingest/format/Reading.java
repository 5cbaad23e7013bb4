package dev.fulgurite.ingest.format;

/// What a reader found next.
public sealed interface Reading permits LogRecord, Rejected {

    Place place();
}
