package dev.fulgurite.ingest;

import java.nio.file.Path;
import java.util.List;

/// Reads log exports into an [EventSink].
public final class Ingestion {

    public Ingestion(EventSink sink, IngestListener progress) {}

    public IngestReport ingest(List<Path> paths) {
        return new IngestReport(List.of(), List.of(), List.of());
    }
}
