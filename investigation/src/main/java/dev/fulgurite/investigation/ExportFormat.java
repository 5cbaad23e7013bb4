package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Subgraph;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/// One way to hand a part of the graph on; one format is one file. Found by `ServiceLoader`: a new
/// class with `@AutoService(ExportFormat.class)` is all that a new format takes.
public interface ExportFormat {

    /// As `--format` names it.
    String name();

    /// Writes the whole of it; the stream is left open.
    ///
    /// @param evidence the raw records behind the subgraph, as they were found at export
    void write(Subgraph subgraph, List<EvidenceRecord> evidence, OutputStream to)
            throws IOException;
}
