package dev.fulgurite.ingest;

import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestReport.Kind;
import dev.fulgurite.ingest.IngestReport.Problem;
import dev.fulgurite.ingest.source.LogSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One ingest of some paths, and what became of each.
final class IngestRun {

    private static final int THREADS = 2;
    private static final long BYTES_FOR_TWO_THREADS = 32L << 20;

    private final EventSink sink;
    private final IngestListener progress;
    private final boolean recover;
    private final OneReaderEach readers = new OneReaderEach();
    private final List<Found> found = new ArrayList<>();
    private final List<Ledger> files = new ArrayList<>();
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private long bytes;

    /// @param size in bytes
    private record Found(Path path, long size) {}

    IngestRun(EventSink sink, IngestListener progress, boolean recover) {
        this.recover = recover;
        this.sink = sink;
        this.progress = new InTurn(progress);
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

    /// Finds a file, or all files of a folder and below it in the order of names.
    void take(Path path) {
        if (Files.isDirectory(path)) {
            folder(path);
        } else if (Files.isRegularFile(path)) {
            Found file = new Found(path, path.toFile().length());
            found.add(file);
            bytes += file.size();
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
            problems.add(Problem.unreadable(folder.toString(), unreadable));
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

    /// Reads what was found, with as many threads as pay: several only for much, so that of a few
    /// small files the later one is always the one that counts duplicates.
    void read() {
        progress.found(found.size(), bytes);
        int threads = bytes < BYTES_FOR_TWO_THREADS ? 1 : Math.min(THREADS, found.size());
        Queue<Integer> next = new ConcurrentLinkedQueue<>(turns(threads));
        @Nullable PathIngest[] done = new PathIngest[found.size()];
        try (ExecutorService lanes = Executors.newFixedThreadPool(Math.max(1, threads))) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(lanes.submit(() -> lane(next, done)));
            }
            running.forEach(lane -> Awaited.result(lane, "files were being read"));
        }
        // In the order of the paths, whichever was read first.
        for (PathIngest path : done) {
            if (path != null) {
                files.addAll(path.files());
                problems.addAll(path.problems());
                notes.addAll(path.notes());
            }
        }
    }

    /// Which of what was found is read first: of several threads none is left alone with a large
    /// file at the end.
    private List<Integer> turns(int threads) {
        Stream<Integer> turns = IntStream.range(0, found.size()).boxed();
        return threads > 1
                ? turns.sorted(
                                Comparator.comparing(
                                        i -> found.get(i).size(), Comparator.reverseOrder()))
                        .toList()
                : turns.toList();
    }

    private void lane(Queue<Integer> next, @Nullable PathIngest[] done) {
        try (BatchStore store = new BatchStore(sink)) {
            PathIngest.Lane lane =
                    new PathIngest.Lane(store, LogSources.discovered(), progress, recover, readers);
            while (!progress.cancelled()) {
                Integer turn = next.poll();
                if (turn == null) {
                    return;
                }
                PathIngest ingest = new PathIngest(lane);
                done[turn] = ingest;
                ingest.file(found.get(turn).path());
            }
        }
    }

    private void problem(Kind kind, Path path, String reason) {
        problems.add(new Problem(kind, path.toString(), reason));
    }
}
