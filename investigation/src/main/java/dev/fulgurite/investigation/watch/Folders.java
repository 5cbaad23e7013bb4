package dev.fulgurite.investigation.watch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds files of folders, and of all below them, that are new or changed and have stopped growing.
/// Looks at them again and again rather than asking the system to tell, which not every file system
/// does.
final class Folders {

    /// By these endings, and by a dot before them, programs name files that they are still writing.
    private static final Set<String> UNFINISHED =
            Set.of(".tmp", ".temp", ".part", ".partial", ".filepart", ".crdownload", "~");

    private final List<Path> roots;
    private final Duration settle;
    private final Predicate<Path> leftOut;
    private final Map<Path, WatchedFile> done;
    private Map<Path, Seen> growing = new HashMap<>();
    private final Set<Path> away = new HashSet<>();

    /// How a file was first seen with its present size and time.
    private record Seen(WatchedFile file, Instant since) {}

    /// @param leftOut files and folders that are none of the logs
    /// @param done files as they were when they were last read
    Folders(
            List<Path> roots,
            Duration settle,
            Predicate<Path> leftOut,
            Map<Path, WatchedFile> done) {
        this.roots = roots;
        this.settle = settle;
        this.leftOut = leftOut;
        this.done = new HashMap<>(done);
    }

    /// Files to be read now, by name.
    List<WatchedFile> ripe(Instant now) {
        Map<Path, Seen> seen = new HashMap<>();
        for (Path root : roots) {
            for (WatchedFile file : files(root)) {
                if (!file.equals(done.get(file.path()))) {
                    Seen before = growing.get(file.path());
                    boolean same = before != null && before.file.equals(file);
                    seen.put(file.path(), same ? before : new Seen(file, now));
                }
            }
        }
        growing = seen;
        return seen.values().stream()
                .filter(each -> isRipe(each, now))
                .map(Seen::file)
                .sorted(Comparator.comparing(WatchedFile::path))
                .toList();
    }

    /// The file was dealt with as it was then.
    void done(WatchedFile file) {
        done.put(file.path(), file);
        growing.remove(file.path());
    }

    /// Folders that could not be looked into, each told once until it can be.
    List<Path> gone() {
        List<Path> gone =
                roots.stream().filter(root -> !Files.isDirectory(root)).filter(away::add).toList();
        away.removeIf(Files::isDirectory);
        return gone;
    }

    private boolean isRipe(Seen seen, Instant now) {
        Instant quiet = now.minus(settle);
        return !seen.since.isAfter(quiet)
                || !seen.file.modified().isAfter(quiet)
                || isRenamed(seen.file);
    }

    /// A file that got its name after its last byte was written whole elsewhere.
    private static boolean isRenamed(WatchedFile file) {
        try {
            return file.size() > 0
                    && Files.getAttribute(file.path(), "unix:ctime") instanceof FileTime changed
                    && changed.toInstant().isAfter(file.modified());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return false;
        }
    }

    private List<WatchedFile> files(Path root) {
        List<WatchedFile> files = new ArrayList<>();
        try {
            Files.walkFileTree(root, new Walk(files));
        } catch (IOException unreadable) {
            return files;
        }
        return files;
    }

    private static boolean isUnfinished(Path path) {
        String name = String.valueOf(path.getFileName()).toLowerCase(Locale.ROOT);
        return name.startsWith(".") || UNFINISHED.stream().anyMatch(name::endsWith);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final List<WatchedFile> files;

        private Walk(List<WatchedFile> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean skip =
                    leftOut.test(folder) || (!roots.contains(folder) && isUnfinished(folder));
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
                throws IOException {
            if (!isUnfinished(path) && !leftOut.test(path)) {
                BasicFileAttributes target =
                        attributes.isSymbolicLink() ? linked(path) : attributes;
                if (target != null && target.isRegularFile()) {
                    Instant modified = target.lastModifiedTime().toInstant();
                    files.add(new WatchedFile(path, target.size(), modified));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /// What is gone when it is looked at, or may not be looked at, is looked at again later.
        @Override
        public FileVisitResult visitFileFailed(Path path, IOException unreadable) {
            return FileVisitResult.CONTINUE;
        }

        private static @Nullable BasicFileAttributes linked(Path link) {
            try {
                return Files.readAttributes(link, BasicFileAttributes.class);
            } catch (IOException leadsNowhere) {
                return null;
            }
        }
    }
}
