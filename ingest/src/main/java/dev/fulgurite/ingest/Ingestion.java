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
    private final boolean recover;

    public Ingestion(EventSink sink, IngestListener progress) {
        this(sink, progress, false);
    }

    private Ingestion(EventSink sink, IngestListener progress, boolean recover) {
        this.sink = sink;
        this.progress = progress;
        this.recover = recover;
    }

    /// The same, but also reads records that a Windows event log holds no more and whose bytes
    /// still stand in its file. Their events are marked `recovered`, and never one with the same
    /// event in a log that holds it.
    public Ingestion recovering() {
        return new Ingestion(sink, progress, true);
    }

    /// Ingests these paths; when they hold much, two files at a time. Fails only when the sink
    /// does.
    public IngestReport ingest(List<Path> paths) {
        IngestRun run = new IngestRun(sink, progress, recover);
        paths.forEach(run::take);
        run.read();
        return run.report();
    }
}
