package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import dev.fulgurite.graph.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The folder of an embedded graph: `neo4j/` is the database, `evidence/` holds copies of what came
/// over standard input, `fulgurite-graph` marks it as ours, `running.json` tells other processes of
/// this user how to share it, `import/` is where a first import is built.
final class GraphFolder {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARKER = "fulgurite-graph";
    private static final String STAGE = "import";

    private final Path folder;

    private GraphFolder(Path folder) {
        this.folder = folder;
    }

    static GraphFolder of(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                throw failed(folder + " is not a folder; name one for the graph", null);
            }
            Path marker = folder.resolve(MARKER);
            if (!Files.exists(marker)) {
                if (Files.exists(folder) && !empty(folder)) {
                    throw failed(
                            folder + " holds other things and no graph; name a new or empty folder",
                            null);
                }
                Files.createDirectories(folder);
                Files.writeString(marker, "This folder is a Fulgurite graph.\n");
            }
            return new GraphFolder(folder);
        } catch (IOException e) {
            throw failed(folder, "cannot use it for a graph", e);
        }
    }

    /// Whether a graph was made in a folder.
    static boolean isMarked(Path path) {
        return Files.isRegularFile(path.resolve(MARKER));
    }

    static void discard(Path path) {
        Path folder = path.toAbsolutePath().normalize();
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        GraphFolder graph = of(folder);
        Optional<RunningGraph> running = graph.running();
        if (running.isPresent()) {
            throw new GraphException(
                    Kind.LOCKED,
                    folder + " is open in process " + running.get().pid() + "; close that first",
                    null);
        }
        graph.delete();
    }

    /// Deletes this folder with all in it.
    void delete() {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw failed(
                    "cannot delete the graph in " + folder + ": " + FileFailure.why(folder, e), e);
        }
    }

    /// A folder of its own inside this one, new and empty, to build a database in that takes the
    /// place of this one's. It has the password of this one.
    GraphFolder stage() {
        clearStage();
        GraphFolder stage = of(folder.resolve(STAGE));
        password().ifPresent(stage::keepPassword);
        return stage;
    }

    /// Deletes what an import left that was killed.
    void clearStage() {
        new GraphFolder(folder.resolve(STAGE)).delete();
    }

    /// Puts the stage's database in the place of this folder's; neither is open. A process that is
    /// killed in between leaves a graph that is empty, never one that is half of both.
    void adopt(GraphFolder stage) {
        try {
            if (Files.exists(database())) {
                Files.move(database(), stage.path().resolve("old"), StandardCopyOption.ATOMIC_MOVE);
            }
            Files.move(stage.database(), database(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw failed(folder, "cannot put the import in place", e);
        }
    }

    Path database() {
        return folder.resolve("neo4j");
    }

    Path path() {
        return folder;
    }

    /// The live process that holds this graph, if it has said so.
    Optional<RunningGraph> running() {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(runningFile()));
            RunningGraph running =
                    new RunningGraph(
                            json.path("pid").asLong(),
                            json.path("started").asLong(),
                            json.path("port").asInt(),
                            json.path("password").asString());
            return Optional.of(running).filter(RunningGraph::alive);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | IOException e) {
            // Half-written or not readable by this user: the lock of the database tells then.
            return Optional.empty();
        }
    }

    /// Tells other processes of this user, and nobody else, how to reach the graph.
    void announce(RunningGraph running) {
        ObjectNode json = JSON.createObjectNode();
        json.put("pid", running.pid());
        json.put("started", running.started());
        json.put("port", running.port());
        json.put("password", running.password());
        write(runningFile(), JSON.writeValueAsBytes(json));
    }

    /// The password of this graph's database, if it has one yet. It is no secret to whoever may
    /// read the folder: the data lies beside it.
    Optional<String> password() {
        try {
            return Optional.of(Files.readString(folder.resolve("password")).strip());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(folder, "cannot read the password of the graph", e);
        }
    }

    void keepPassword(String password) {
        write(folder.resolve("password"), password.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(Path file, byte[] content) {
        try {
            WholeFile.write(file, content);
        } catch (IOException e) {
            throw failed(folder, "cannot write " + file, e);
        }
    }

    void withdraw() {
        try {
            Files.deleteIfExists(runningFile());
        } catch (IOException e) {
            // A stale file names a process that has ended, and is ignored.
            return;
        }
    }

    private Path runningFile() {
        return folder.resolve("running.json");
    }

    private static boolean empty(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static GraphException failed(Path folder, String what, IOException e) {
        return FullDisk.behind(e, folder, "What was stored before stays.")
                .orElseGet(
                        () -> failed(folder + ": " + what + ": " + FileFailure.why(folder, e), e));
    }

    private static GraphException failed(String message, @Nullable Throwable cause) {
        return new GraphException(Kind.FAILED, message, cause);
    }
}
