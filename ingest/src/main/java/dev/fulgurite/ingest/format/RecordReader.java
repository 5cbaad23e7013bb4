package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gives a file's records one by one, in a bounded amount of memory.
public interface RecordReader {

    /// The next record, or null at the end of the file.
    @Nullable Reading next() throws IOException;

    /// What the person who holds the file should know of it besides its records, after the last.
    default List<String> remarks() {
        return List.of();
    }
}
