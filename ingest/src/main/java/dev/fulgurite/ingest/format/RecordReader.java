package dev.fulgurite.ingest.format;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Gives a file's records one by one, in a bounded amount of memory.
public interface RecordReader {

    /// The next record, or null at the end of the file.
    @Nullable Reading next() throws IOException;
}
