package dev.fulgurite.investigation.watch;

import dev.fulgurite.detections.watch.Run;
import dev.fulgurite.ingest.IngestReport;
import java.nio.file.Path;
import java.time.Duration;

/// Is told what a watch does; by several threads, one at a time each.
public interface WatchListener {

    /// A file of a watched folder was read.
    default void read(Path file, IngestReport report) {}

    /// A file of a watched folder could not be read, or not to its end. It is tried again when it
    /// changes.
    default void unread(Path file, String reason) {}

    /// A rule was run, or need not be.
    default void ran(Run run) {}

    /// A sink was told of alerts.
    default void told(String sink, int alerts) {}

    /// A sink could not be told of alerts; the next attempt is after a while.
    default void unheard(String sink, String reason, Duration retryAfter) {}

    /// Anything else to be known.
    default void note(String text) {}
}
