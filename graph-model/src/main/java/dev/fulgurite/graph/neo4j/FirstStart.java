package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The first start of a database, in which Neo4j makes its files. One that is killed meanwhile may
/// leave a store without its transaction log, which Neo4j never starts again: the next start would
/// wait for ever. A mark stands in the database's folder until it has run, so that what stands
/// beside the mark is known to be such a rest, and thrown away: nothing was stored in it yet.
final class FirstStart implements AutoCloseable {

    private static final String MARK = "first-start";

    /// A whole database but for the store in which Neo4j keeps its users.
    private static final String IMPORTED = "imported";

    private static final String MADE = "made";

    private final Path home;
    private @Nullable FileChannel held;

    private FirstStart(Path home, @Nullable FileChannel held) {
        this.home = home;
        this.held = held;
    }

    /// Says of a database that an import is about to make that it never ran.
    static void ofImport(Path home) throws IOException {
        Files.writeString(home.resolve(MARK), IMPORTED);
    }

    /// Throws away what a first start left that did not come to its end.
    ///
    /// @param home the database's folder
    /// @throws GraphException when another process has it in its first start
    static FirstStart of(Path home) {
        Path mark = home.resolve(MARK);
        try {
            boolean isNew = !Files.exists(data(home));
            if (!isNew && !Files.exists(mark)) {
                return new FirstStart(home, null);
            }
            Files.createDirectories(home);
            return begin(home, mark);
        } catch (IOException e) {
            throw FullDisk.behind(e, home, "What was stored before stays.")
                    .orElseGet(() -> failed(home, FileFailure.why(home, e), e));
        }
    }

    private static FirstStart begin(Path home, Path mark) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        mark,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            lock(home, channel);
            String rest = read(channel);
            // Whoever held it may have come to the end since this one looked.
            boolean over = !Files.exists(mark) || (rest.isEmpty() && Files.exists(data(home)));
            if (over) {
                Files.deleteIfExists(mark);
                channel.close();
                return new FirstStart(home, null);
            }
            List<String> stores =
                    rest.equals(IMPORTED) ? List.of("system") : List.of("system", "neo4j");
            for (String store : stores) {
                delete(data(home).resolve("databases").resolve(store));
                delete(data(home).resolve("transactions").resolve(store));
            }
            channel.write(ByteBuffer.wrap(bytes(rest.isEmpty() ? MADE : rest)), 0);
            channel.force(true);
            return new FirstStart(home, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(Path home, FileChannel channel) throws IOException {
        boolean locked;
        try {
            locked = channel.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            locked = false;
        }
        if (!locked) {
            throw new GraphException(
                    Kind.LOCKED,
                    home.getParent()
                            + " is locked: another process is making this graph; wait"
                            + " until it is there, or use another --graph",
                    null);
        }
    }

    private static String read(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(IMPORTED.length());
        int length = channel.read(bytes, 0);
        return length <= 0 ? "" : new String(bytes.array(), 0, length, StandardCharsets.US_ASCII);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static Path data(Path home) {
        return home.resolve("data");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    /// Whether the database never ran.
    boolean isFirst() {
        return held != null;
    }

    /// The database runs: what stands in its folder from now on is to stay.
    void ended() {
        if (!isFirst()) {
            return;
        }
        try {
            Files.delete(home.resolve(MARK));
        } catch (IOException e) {
            throw failed(home, FileFailure.why(home, e), e);
        }
        makeLast(home);
    }

    /// A power cut must not bring the mark back.
    private static void makeLast(Path folder) {
        try (FileChannel entries = FileChannel.open(folder, StandardOpenOption.READ)) {
            entries.force(true);
        } catch (IOException notOfThisSystem) {
            // Windows opens no folder; its file system keeps the order of what was done.
            return;
        }
    }

    private static GraphException failed(Path home, String why, IOException e) {
        return new GraphException(Kind.FAILED, "cannot use " + home + ": " + why, e);
    }

    @Override
    public void close() {
        FileChannel channel = held;
        held = null;
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                throw failed(home, FileFailure.why(home, e), e);
            }
        }
    }
}
