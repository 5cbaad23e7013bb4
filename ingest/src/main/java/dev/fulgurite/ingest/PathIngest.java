package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import dev.fulgurite.ingest.source.LogSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/// One file, or an archive with its members, and what became of it. Used by one thread.
final class PathIngest {

    private final Lane lane;
    private final List<Ledger> files = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    /// What the paths of one thread share.
    ///
    /// @param files keeps two threads from reading the same bytes, found under two names, at once
    record Lane(
            BatchStore store,
            LogSources sources,
            IngestListener progress,
            boolean recover,
            OneReaderEach files) {}

    PathIngest(Lane lane) {
        this.lane = lane;
    }

    List<Ledger> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    List<String> notes() {
        return notes;
    }

    /// Reads twice: once for the hashes, which name the evidence, and once for the records.
    void file(Path path) {
        try {
            List<SeenFile> seen = new ArrayList<>();
            Unpacker.walk(
                    path,
                    (member, bytes) -> {
                        SeenFile file = SeenFile.of(member, bytes);
                        seen.add(file);
                        return !file.isTooLarge() && !lane.progress().cancelled();
                    },
                    problems::add);
            if (seen.isEmpty()) {
                notes.add(path + ": an archive without files");
            }
            Iterator<SeenFile> next = seen.iterator();
            Unpacker.walk(
                    path, (_, bytes) -> next.hasNext() && read(next.next(), bytes), problems::add);
        } catch (IOException unreadable) {
            problems.add(Problem.unreadable(path.toString(), unreadable));
        }
    }

    private boolean read(SeenFile seen, InputStream bytes) {
        if (seen.problem() != null) {
            problems.add(seen.problem());
        }
        if (seen.isTooLarge()) {
            return false;
        }
        return lane.files().alone(seen.sha256(), () -> records(seen, bytes));
    }

    private boolean records(SeenFile seen, InputStream bytes) {
        lane.progress().started(seen.member().name(), seen.size());
        FileIngest file =
                new FileIngest(seen, lane.store(), lane.sources(), lane.progress(), lane.recover());
        try {
            file.read(bytes);
        } catch (IOException broken) {
            problems.add(Problem.unreadable(seen.member().name(), broken));
        }
        Ledger ledger = file.finish();
        files.add(ledger);
        lane.progress().finished(ledger);
        if (file.isCancelled()) {
            problems.add(
                    new Problem(
                            Kind.CANCELLED,
                            seen.member().name(),
                            "stopped after "
                                    + ledger.read()
                                    + " records; ingest it again to go on"));
        }
        return !file.isCancelled();
    }
}
