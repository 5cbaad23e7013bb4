package dev.fulgurite.ingest;

import java.nio.file.Path;
import java.util.List;

/// Reads log exports into an [EventSink]: files, folders with all below them, zip and gzip
/// archives. What a file is, is told from its bytes. Every record is stored, known already, out of
/// scope, or rejected with its line and reason; nothing that can be read is lost because something
/// else cannot.
///
/// ```java
/// IngestReport report = new Ingestion(sink, IngestListener.silent()).ingest(List.of(folder));
/// ```
public final class Ingestion {

    private final EventSink sink;
    private final IngestListener progress;

    public Ingestion(EventSink sink, IngestListener progress) {
        this.sink = sink;
        this.progress = progress;
    }

    /// Ingests these paths one after the other. Fails only when the sink does.
    public IngestReport ingest(List<Path> paths) {
        try (BatchStore store = new BatchStore(sink)) {
            IngestRun run = new IngestRun(store, progress);
            paths.forEach(run::take);
            return run.report();
        }
    }
}
