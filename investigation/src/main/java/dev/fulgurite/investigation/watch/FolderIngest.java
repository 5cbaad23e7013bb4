package dev.fulgurite.investigation.watch;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/// Reads files of watched folders as they arrive.
final class FolderIngest {

    private final Folders folders;
    private final ReadFiles files;
    private final FileReader reader;
    private final InstantSource clock;
    private final WatchListener listener;

    FolderIngest(
            Folders folders,
            ReadFiles files,
            FileReader reader,
            InstantSource clock,
            WatchListener listener) {
        this.folders = folders;
        this.files = files;
        this.reader = reader;
        this.clock = clock;
        this.listener = listener;
    }

    /// Reads what has arrived.
    ///
    /// @param enough whether to leave the rest to the next time; asked before each file
    /// @param stop whether to end even within a file
    /// @return how many files could not be read, or not to their end
    int read(BooleanSupplier enough, BooleanSupplier stop) {
        folders.gone().forEach(folder -> listener.note(folder + ": no such folder now"));
        int failed = 0;
        for (WatchedFile file : folders.ripe(clock.instant())) {
            if (stop.getAsBoolean() || enough.getAsBoolean()) {
                return failed;
            }
            failed += read(file, stop) ? 0 : 1;
        }
        return failed;
    }

    private boolean read(WatchedFile file, BooleanSupplier stop) {
        String problem;
        try {
            IngestReport report = reader.read(file.path(), stoppedBy(stop));
            if (report.wasCancelled()) {
                return true;
            }
            listener.read(file.path(), report);
            problem =
                    report.problems().stream()
                            .map(each -> each.path() + ": " + each.reason())
                            .collect(Collectors.joining("; "));
        } catch (GraphException e) {
            throw e;
        } catch (RuntimeException e) {
            problem = "cannot be read: " + e;
        }
        files.add(file, clock.instant(), problem);
        folders.done(file);
        if (!problem.isEmpty()) {
            listener.unread(file.path(), problem);
        }
        return problem.isEmpty();
    }

    private static IngestListener stoppedBy(BooleanSupplier stop) {
        return new IngestListener() {
            @Override
            public boolean cancelled() {
                return stop.getAsBoolean();
            }
        };
    }
}
