package dev.fulgurite.graph.cypher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The Cypher files of the product, by folder and id. Immutable; a file that cannot be read is a
/// [CypherFileException] with its name and line.
///
/// ```java
/// String statement = CypherLibrary.packaged().file("read", "node").statement();
/// ```
public final class CypherLibrary {

    private static final String ROOT = "/cypher";
    private static final String ENDING = ".cypher";

    private final SortedMap<String, SortedMap<String, CypherFile>> folders;

    private CypherLibrary(Map<String, SortedMap<String, CypherFile>> folders) {
        this.folders = new TreeMap<>(folders);
    }

    /// Read once, when first asked for.
    private static final class Packaged {
        private static final CypherLibrary LIBRARY = readPackaged();
    }

    /// The files that are packaged with the product.
    public static CypherLibrary packaged() {
        return Packaged.LIBRARY;
    }

    private static CypherLibrary readPackaged() {
        URL root = CypherLibrary.class.getResource(ROOT);
        if (root == null) {
            throw new IllegalStateException("the Cypher files are not on the class path");
        }
        try {
            URI uri = root.toURI();
            if (!uri.getScheme().equals("jar")) {
                return read(Path.of(uri));
            }
            try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
                return read(jar.getPath(ROOT));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Reads every `.cypher` file of every folder directly below `root`.
    public static CypherLibrary read(Path root) throws IOException {
        Map<String, SortedMap<String, CypherFile>> folders = new TreeMap<>();
        for (Path folder : list(root)) {
            if (Files.isDirectory(folder)) {
                String name = nameOf(folder);
                folders.put(name, byId(name, readFolder(name, folder)));
            }
        }
        return new CypherLibrary(folders);
    }

    /// Reads the `.cypher` files of one folder on disk as if they stood in `folder` of the library.
    public static List<CypherFile> readFolder(String folder, Path path) throws IOException {
        List<CypherFile> files = new ArrayList<>();
        for (Path file : list(path)) {
            if (nameOf(file).endsWith(ENDING)) {
                files.add(readFile(folder, file));
            }
        }
        return files;
    }

    /// Reads one file on disk as if it stood in `folder` of the library.
    public static CypherFile readFile(String folder, Path file) throws IOException {
        String name = nameOf(file);
        String id = name.substring(0, name.length() - ENDING.length());
        return CypherFileReader.read(id, folder, sourceOf(folder, file), Files.readString(file));
    }

    /// Reads a text as if it stood in a file of `folder` of the library.
    ///
    /// @param source what mistakes call the file
    public static CypherFile parse(String folder, String id, String source, String text) {
        return CypherFileReader.read(id, folder, source, text);
    }

    /// The whole text of a packaged file; empty when there is none.
    public static Optional<String> packagedText(String folder, String id) {
        String name = ROOT + "/" + folder + "/" + id + ENDING;
        try (InputStream file = CypherLibrary.class.getResourceAsStream(name)) {
            return file == null
                    ? Optional.empty()
                    : Optional.of(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// This library with further files; one that bears the id of a file already there replaces it.
    public CypherLibrary plus(List<CypherFile> more) {
        Map<String, SortedMap<String, CypherFile>> joined = new TreeMap<>();
        folders.forEach((name, files) -> joined.put(name, new TreeMap<>(files)));
        for (CypherFile file : more) {
            joined.computeIfAbsent(file.folder(), _ -> new TreeMap<>()).put(file.id(), file);
        }
        return new CypherLibrary(joined);
    }

    public List<String> folders() {
        return List.copyOf(folders.keySet());
    }

    /// The files of a folder in the order of their ids.
    public List<CypherFile> files(String folder) {
        SortedMap<String, CypherFile> files = folders.get(folder);
        return files == null ? List.of() : List.copyOf(files.values());
    }

    public boolean has(String folder, String id) {
        SortedMap<String, CypherFile> files = folders.get(folder);
        return files != null && files.containsKey(id);
    }

    public CypherFile file(String folder, String id) {
        SortedMap<String, CypherFile> files = folders.get(folder);
        CypherFile file = files == null ? null : files.get(id);
        if (file == null) {
            throw new IllegalArgumentException("no file cypher/" + folder + "/" + id + ENDING);
        }
        return file;
    }

    private static SortedMap<String, CypherFile> byId(String folder, List<CypherFile> files) {
        SortedMap<String, CypherFile> byId = new TreeMap<>();
        for (CypherFile file : files) {
            if (byId.put(file.id(), file) != null) {
                throw new CypherFileException(
                        file.source(), 1, "a second file of this name in " + folder);
            }
        }
        return byId;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted(Comparator.comparing(CypherLibrary::nameOf)).toList();
        }
    }

    private static String nameOf(Path path) {
        Path name = path.getFileName();
        String text = name == null ? "" : name.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static String sourceOf(String folder, Path file) {
        boolean packaged = !file.getFileSystem().equals(FileSystems.getDefault());
        return packaged ? "cypher/" + folder + "/" + nameOf(file) : file.toString();
    }
}
