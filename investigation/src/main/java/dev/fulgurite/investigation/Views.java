package dev.fulgurite.investigation;

import dev.fulgurite.graph.WholeFile;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The canvases of a graph as analysts left them, by the id of their alert, `""` for the one of
/// none, and what was written on nodes: in one file beside the graph. Several windows may have the
/// same file: what each did since it read holds, whichever saves last. Safe for use by several
/// threads.
public final class Views {

    private static final int VERSION = 2;

    /// In which tags and notes belonged to the canvas that they were written on.
    private static final int OF_CANVASES = 1;

    private static final JsonMapper MAPPER = new JsonMapper();

    private record Saved(int version, Map<String, SavedCanvas> canvases, SavedMarks marks) {
        static final Saved NOTHING = new Saved(VERSION, Map.of(), SavedMarks.NONE);
    }

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Path file;
    private final Map<String, Optional<SavedCanvas>> known = new HashMap<>();
    private @Nullable SavedMarks knownMarks;
    private String trouble = "";

    Views(Path file) {
        this.file = file;
    }

    /// The canvas of an alert as it was left; empty when it never was saved. Asked for again it is
    /// what it was the first time, or was saved from here since.
    public synchronized Optional<SavedCanvas> of(String alert) {
        return known.computeIfAbsent(alert, id -> Optional.ofNullable(read().canvases().get(id)));
    }

    /// What was written on nodes when this was asked for first, or was saved from here since.
    public synchronized SavedMarks marks() {
        SavedMarks first = knownMarks;
        if (first == null) {
            first = read().marks();
            knownMarks = first;
        }
        return first;
    }

    /// What was wrong with the file, and where it is now; `""` when nothing was. Told once.
    public synchronized String trouble() {
        marks();
        String told = trouble;
        trouble = "";
        return told;
    }

    /// Keeps these canvases; those of other alerts stay as they were saved. What another window
    /// saved meanwhile stays, too: what it brought onto the same canvas waits there to be brought.
    /// The file is replaced as a whole or not at all.
    ///
    /// @param marks all that is written on nodes now; null for what was saved
    public synchronized void save(Map<String, SavedCanvas> changed, @Nullable SavedMarks marks) {
        SavedMarks written = marks == null ? marks() : marks;
        Map<String, SavedCanvas> mine = new TreeMap<>(changed);
        mine.entrySet().removeIf(one -> of(one.getKey()).equals(Optional.of(one.getValue())));
        if (mine.isEmpty() && written.equals(marks())) {
            return;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            FileTurn.holding(
                    file.resolveSibling(file.getFileName() + ".lock"),
                    PATIENCE,
                    () -> merge(mine, written));
        } catch (IOException e) {
            throw new InvestigationException(
                    Kind.FILE, file + ": the canvases could not be saved: " + e.getMessage(), e);
        }
        mine.forEach((alert, canvas) -> known.put(alert, Optional.of(canvas)));
        knownMarks = written;
    }

    private void merge(Map<String, SavedCanvas> mine, SavedMarks written) throws IOException {
        Saved now = read();
        Map<String, SavedCanvas> all = new TreeMap<>(now.canvases());
        mine.forEach((alert, canvas) -> {
            SavedCanvas there = all.get(alert);
            SavedCanvas base = of(alert).orElse(SavedCanvas.BLANK);
            all.put(alert, there == null ? canvas : Merge.canvas(base, canvas, there));
        });
        SavedMarks both = Merge.marks(marks(), written, now.marks());
        WholeFile.write(file, MAPPER.writeValueAsString(new Saved(VERSION, all, both)));
    }

    private Saved read() {
        return Files.exists(file) ? load() : Saved.NOTHING;
    }

    private Saved load() {
        try {
            JsonNode root = MAPPER.readTree(Files.readString(file));
            int version = root.path("version").asInt(0);
            if (version == VERSION) {
                return MAPPER.treeToValue(root, Saved.class);
            }
            if (version == OF_CANVASES) {
                ((ObjectNode) root)
                        .set("marks", MAPPER.valueToTree(marksOf(root.path("canvases"))));
                return MAPPER.treeToValue(root, Saved.class);
            }
            putAside("it is of version " + version + ", not " + VERSION);
        } catch (IOException | RuntimeException e) {
            putAside(String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
        return Saved.NOTHING;
    }

    /// What stood on any of the canvases; of a node with several notes, all of them.
    private static SavedMarks marksOf(JsonNode canvases) {
        Map<String, Set<String>> tags = new TreeMap<>();
        Map<String, Set<String>> notes = new TreeMap<>();
        for (JsonNode canvas : canvases) {
            canvas.path("tags").properties().forEach(one -> texts(one.getValue(), of(tags, one)));
            canvas.path("notes").properties().forEach(one -> texts(one.getValue(), of(notes, one)));
        }
        Map<String, List<String>> words = new TreeMap<>();
        tags.forEach((node, set) -> words.put(node, List.copyOf(set)));
        Map<String, String> said = new TreeMap<>();
        notes.forEach((node, set) -> said.put(node, String.join("\n", set)));
        return new SavedMarks(words, said);
    }

    private static Set<String> of(Map<String, Set<String>> all, Map.Entry<String, ?> node) {
        return all.computeIfAbsent(node.getKey(), _ -> new TreeSet<>());
    }

    private static void texts(JsonNode value, Set<String> into) {
        if (value.isArray()) {
            value.forEach(each -> into.add(each.asString()));
        } else {
            into.add(value.asString());
        }
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
