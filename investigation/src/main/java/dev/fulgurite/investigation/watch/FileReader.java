package dev.fulgurite.investigation.watch;

import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import java.nio.file.Path;

/// Reads one file into the graph.
@FunctionalInterface
public interface FileReader {
    IngestReport read(Path file, IngestListener progress);
}
