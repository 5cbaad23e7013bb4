package dev.fulgurite.ui.memory;

import dev.fulgurite.graph.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Small things that the window keeps between starts, by dotted key: how it is laid out, what was
/// opened last. Never a password, and nothing of a case. What was kept is written a moment later by
/// a thread of its own, and whole or not at all; a damaged or missing file is an empty memory. Safe
/// for use by several threads.
///
/// ```java
/// double scale = memory.recall("font.scale", Double.class, 1.0);
/// memory.keep("font.scale", 1.25);
/// ```
public final class Memory implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String FILE = "window.json";
    private static final long MOMENT_MILLIS = 400;

    private final @Nullable Path file;
    private final Map<String, JsonNode> kept = new TreeMap<>();
    private final ScheduledExecutorService writer =
            Executors.newSingleThreadScheduledExecutor(body -> {
                Thread thread = new Thread(body, "fulgurite-memory");
                thread.setDaemon(true);
                return thread;
            });
    private boolean unwritten;

    private Memory(@Nullable Path file) {
        this.file = file;
    }

    /// Reads what was kept in a folder; to be called off the window's thread.
    public static Memory in(Path folder) {
        Memory memory = new Memory(folder.resolve(FILE));
        memory.read();
        return memory;
    }

    /// One that forgets when the window is closed.
    public static Memory forgetful() {
        return new Memory(null);
    }

    private void read() {
        try {
            if (file != null
                    && Files.isReadable(file)
                    && JSON.readTree(Files.readAllBytes(file)) instanceof ObjectNode all) {
                all.properties().forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
            }
        } catch (IOException | JacksonException damaged) {
            kept.clear();
        }
    }

    /// What was kept under a key; when nothing was, or something else, `otherwise`.
    public synchronized <T> T recall(String key, Class<T> type, T otherwise) {
        JsonNode value = kept.get(key);
        if (value == null || value.isNull()) {
            return otherwise;
        }
        try {
            return JSON.treeToValue(value, type);
        } catch (JacksonException | IllegalArgumentException other) {
            return otherwise;
        }
    }

    /// Keeps a text, a number, a record or an array of these.
    public synchronized void keep(String key, Object value) {
        JsonNode next = JSON.valueToTree(value);
        if (!next.equals(kept.put(key, next)) && file != null && !unwritten) {
            unwritten = true;
            var _ = writer.schedule(this::write, MOMENT_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void write() {
        byte[] bytes;
        synchronized (this) {
            if (!unwritten) {
                return;
            }
            unwritten = false;
            bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(kept);
        }
        if (file != null) {
            replace(file, bytes);
        }
    }

    /// A layout that cannot be kept is no reason to trouble an analyst.
    private static void replace(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, bytes);
        } catch (IOException e) {
            System.getLogger("fulgurite").log(System.Logger.Level.DEBUG, "layout not kept", e);
        }
    }

    /// Writes what is not written yet.
    @Override
    public void close() {
        writer.shutdown();
        write();
    }
}
