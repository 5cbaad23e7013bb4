package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Ledger;

/// Is told how far an ingest is, a few times a second at most, and asked whether to go on. Called
/// by one thread at a time, though not always the same; two files may be under way at once.
public interface IngestListener {

    /// All files and archives that are to be read were found; `bytes` is their size as they lie
    /// there, archives packed.
    default void found(int files, long bytes) {}

    /// A file is about to be read; `size` is that of its unpacked bytes.
    default void started(String file, long size) {}

    default void progressed(String file, long bytes, long size, long records) {}

    default void finished(Ledger ledger) {}

    /// All was read, and is now made the graph that it is the first import of; what part of that is
    /// done, from 0 to 1.
    default void building(double part) {}

    /// True ends the ingest after the batch at hand; what is stored stays, and the next ingest of
    /// the same file goes on from there.
    default boolean cancelled() {
        return false;
    }

    /// Listens to nothing, cancels nothing.
    static IngestListener silent() {
        return new IngestListener() {};
    }
}
