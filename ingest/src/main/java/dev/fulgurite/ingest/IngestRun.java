package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import dev.fulgurite.ingest.source.LogSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One ingest of some paths, and what became of each.
final class IngestRun {

    private final BatchStore store;
    private final IngestListener progress;
    private final boolean recover;
    private final LogSources sources = LogSources.discovered();
    private final List<Ledger> files = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private boolean cancelled;

    IngestRun(BatchStore store, IngestListener progress, boolean recover) {
        this.recover = recover;
        this.store = store;
        this.progress = progress;
    }

    /// Of a damaged archive one problem is enough: what it means for a member stands in that
    /// member's ledger.
    IngestReport report() {
        List<Problem> told =
                problems.stream()
                        .filter(problem ->
                                problems.stream().noneMatch(other -> covers(other, problem)))
                        .toList();
        return new IngestReport(files, told, notes);
    }

    private static boolean covers(Problem archive, Problem member) {
        return archive.kind() == Kind.DAMAGED
                && member.kind() == Kind.DAMAGED
                && member.path().startsWith(archive.path() + Unpacker.INSIDE);
    }

    /// Ingests a file, or a folder with all below it in the order of names.
    void take(Path path) {
        if (cancelled) {
            return;
        }
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (Files.isRegularFile(path)) {
            file(path);
        } else if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            problem(Kind.UNREADABLE, path, "neither a file nor a folder");
        } else {
            problem(Kind.MISSING, path, "no such file or folder");
        }
    }

    private void folder(Path folder) {
        List<Path> content;
        try (Stream<Path> list = Files.list(folder)) {
            content = list.sorted().toList();
        } catch (IOException unreadable) {
            problem(Kind.UNREADABLE, folder, why(unreadable));
            return;
        }
        if (content.isEmpty()) {
            notes.add(folder + ": no files");
        }
        for (Path path : content) {
            if (Files.isSymbolicLink(path) && Files.isDirectory(path)) {
                notes.add(path + ": a link to a folder, not followed");
            } else {
                take(path);
            }
        }
    }

    /// Reads twice: once for the hashes, which name the evidence, and once for the records.
    private void file(Path path) {
        try {
            List<SeenFile> seen = new ArrayList<>();
            Unpacker.walk(
                    path,
                    (member, bytes) -> {
                        SeenFile file = SeenFile.of(member, bytes);
                        seen.add(file);
                        return !file.isTooLarge() && !progress.cancelled();
                    },
                    problems::add);
            if (seen.isEmpty()) {
                notes.add(path + ": an archive without files");
            }
            Iterator<SeenFile> next = seen.iterator();
            Unpacker.walk(
                    path, (_, bytes) -> next.hasNext() && read(next.next(), bytes), problems::add);
        } catch (IOException unreadable) {
            problem(Kind.UNREADABLE, path, why(unreadable));
        }
    }

    private boolean read(SeenFile seen, InputStream bytes) {
        if (seen.problem() != null) {
            problems.add(seen.problem());
        }
        if (seen.isTooLarge()) {
            return false;
        }
        progress.started(seen.member().name(), seen.size());
        FileIngest file = new FileIngest(seen, store, sources, progress, recover);
        try {
            file.read(bytes);
        } catch (IOException broken) {
            problem(Kind.UNREADABLE, Path.of(seen.member().name()), why(broken));
        }
        Ledger ledger = file.finish();
        files.add(ledger);
        progress.finished(ledger);
        cancelled = file.isCancelled();
        if (cancelled) {
            problems.add(
                    new Problem(
                            Kind.CANCELLED,
                            seen.member().name(),
                            "stopped after "
                                    + ledger.read()
                                    + " records; ingest it again to go on"));
        }
        return !cancelled;
    }

    private void problem(Kind kind, Path path, String reason) {
        problems.add(new Problem(kind, path.toString(), reason));
    }

    private static String why(IOException unreadable) {
        return unreadable instanceof AccessDeniedException
                ? "no permission to read it"
                : "cannot be read: " + unreadable.getMessage();
    }
}
