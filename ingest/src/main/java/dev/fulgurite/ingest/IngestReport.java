package dev.fulgurite.ingest;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.event.Ledger;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// What became of everything an ingest was given.
///
/// @param files one ledger per file or archive member that could be opened, in the order read
/// @param problems paths that could not be read, or not to their end; none when all went well
/// @param notes what an analyst should know though nothing went wrong, such as a folder without
///   files
public record IngestReport(List<Ledger> files, List<Problem> problems, List<String> notes) {

    public IngestReport {
        files = List.copyOf(files);
        problems = List.copyOf(problems);
        notes = List.copyOf(notes);
    }

    /// Whether the listener ended it.
    public boolean wasCancelled() {
        return problems.stream().anyMatch(problem -> problem.kind() == Kind.CANCELLED);
    }

    /// Why a path was not read, or not to its end.
    public record Problem(Kind kind, String path, String reason) {

        static Problem unreadable(String path, IOException why) {
            return new Problem(
                    Kind.UNREADABLE,
                    path,
                    "cannot be read: " + FileFailure.why(Path.of(path), why));
        }
    }

    /// What kind of problem it is, for an exit code.
    public enum Kind {
        /// There is no such path.
        MISSING,
        /// It is there but cannot be opened or read.
        UNREADABLE,
        /// It was read to a point and ends there or is damaged from there.
        DAMAGED,
        /// It unpacks to far more than it should.
        TOO_LARGE,
        /// The listener asked to stop.
        CANCELLED
    }
}
