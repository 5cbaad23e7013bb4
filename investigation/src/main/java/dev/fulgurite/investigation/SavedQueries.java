package dev.fulgurite.investigation;

import dev.fulgurite.graph.FileFailure;
import dev.fulgurite.graph.WholeFile;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Queries that an analyst keeps under names: one `.cypher` file each in one folder, which may be
/// edited, copied and shared like any file.
public final class SavedQueries {

    private static final String ENDING = ".cypher";
    private static final long LARGEST = 1L << 20;
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ()_.,+-]{0,79}");

    private final Path folder;

    public SavedQueries(Path folder) {
        this.folder = folder;
    }

    /// A query under its name.
    public record Saved(String name, String text) {}

    /// All that are there, by name.
    ///
    /// @param damaged a sentence for each file that cannot be read as one
    public record Shelf(List<Saved> queries, List<String> damaged) {

        public static final Shelf EMPTY = new Shelf(List.of(), List.of());

        public Shelf {
            queries = List.copyOf(queries);
            damaged = List.copyOf(damaged);
        }
    }

    public Shelf list() {
        if (!Files.isDirectory(folder)) {
            return Shelf.EMPTY;
        }
        List<Saved> queries = new ArrayList<>();
        List<String> damaged = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted()
                    .forEach(file -> read(file, queries, damaged));
        } catch (IOException e) {
            damaged.add(folder + ": " + FileFailure.why(folder, e));
        }
        return new Shelf(queries, damaged);
    }

    private static void read(Path file, List<Saved> queries, List<String> damaged) {
        String name = String.valueOf(file.getFileName());
        try {
            if (Files.size(file) > LARGEST) {
                damaged.add(name + ": larger than 1 MB, no query");
                return;
            }
            String text = Files.readString(file);
            if (text.isBlank()) {
                damaged.add(name + ": empty");
            } else {
                queries.add(new Saved(name.substring(0, name.length() - ENDING.length()), text));
            }
        } catch (CharacterCodingException e) {
            damaged.add(name + ": not text in UTF-8");
        } catch (IOException e) {
            damaged.add(name + ": " + FileFailure.why(file, e));
        }
    }

    /// Keeps a query under a name, in place of one that had it.
    public void save(String name, String text) {
        String plain = name.strip();
        if (!NAME.matcher(plain).matches()) {
            throw new InvestigationException(
                    Kind.FILE,
                    "a query's name is 1 to 80 letters, digits, blanks and ()_.,+-, the first one a letter or digit");
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve(plain + ENDING), text.strip() + "\n");
        } catch (IOException e) {
            throw InvestigationException.file("cannot save", folder.resolve(plain + ENDING), e);
        }
    }

    /// Forgets a query; nothing happens when there is none of this name.
    public void delete(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ENDING));
        } catch (IOException e) {
            throw InvestigationException.file("cannot delete", folder.resolve(name + ENDING), e);
        }
    }
}
