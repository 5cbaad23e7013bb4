package dev.fulgurite.investigation;

import dev.fulgurite.graph.WholeFile;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The canvases of a graph as analysts left them, in one file beside it; by the id of their alert,
/// `""` for the one of none. Safe for use by several threads.
public final class Views {

    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = new JsonMapper();

    private record Saved(int version, Map<String, SavedCanvas> canvases) {}

    private final Path file;
    private @Nullable Map<String, SavedCanvas> canvases;
    private String trouble = "";

    Views(Path file) {
        this.file = file;
    }

    /// The canvas of an alert as it was left; empty when it never was saved.
    public synchronized Optional<SavedCanvas> of(String alert) {
        return Optional.ofNullable(read().get(alert));
    }

    /// What was wrong with the file, and where it is now; `""` when nothing was. Told once.
    public synchronized String trouble() {
        read();
        String told = trouble;
        trouble = "";
        return told;
    }

    /// Keeps these canvases; those of other alerts stay as they were saved. The file is replaced as
    /// a whole or not at all.
    public synchronized void save(Map<String, SavedCanvas> changed) {
        Map<String, SavedCanvas> all = new TreeMap<>(read());
        all.putAll(changed);
        if (all.equals(read())) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, MAPPER.writeValueAsString(new Saved(VERSION, all)));
        } catch (IOException e) {
            throw new InvestigationException(
                    Kind.FILE, file + ": the canvases could not be saved: " + e.getMessage(), e);
        }
        canvases = all;
    }

    private Map<String, SavedCanvas> read() {
        Map<String, SavedCanvas> known = canvases;
        if (known == null) {
            known = Files.exists(file) ? load() : Map.of();
            canvases = known;
        }
        return known;
    }

    private Map<String, SavedCanvas> load() {
        try {
            Saved saved = MAPPER.readValue(Files.readString(file), Saved.class);
            if (saved.version() == VERSION) {
                return saved.canvases();
            }
            putAside("it is of version " + saved.version() + ", not " + VERSION);
        } catch (IOException | RuntimeException e) {
            putAside(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return Map.of();
    }

    /// A damaged file is kept under another name, for whoever wants to mend it.
    private void putAside(String reason) {
        Path aside =
                file.resolveSibling(
                        file.getFileName() + ".damaged-" + Instant.now().toEpochMilli());
        try {
            Files.move(file, aside);
            trouble = file + " could not be read: " + reason + ". It is kept as " + aside;
        } catch (IOException e) {
            trouble = file + " could not be read: " + reason;
        }
    }
}
