package dev.fulgurite.investigation;

import dev.fulgurite.graph.WholeFile;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The queries a user ran, the latest first, each once, in one file with a JSON text a line. Safe
/// for use by several threads.
public final class QueryHistory {

    /// So many are kept.
    public static final int KEPT = 200;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;

    public QueryHistory(Path file) {
        this.file = file;
    }

    /// What was run before.
    ///
    /// @param damaged lines that were left out because they cannot be read
    public record Past(List<String> queries, int damaged) {

        public Past {
            queries = List.copyOf(queries);
        }
    }

    public synchronized Past read() {
        if (!Files.exists(file)) {
            return new Past(List.of(), 0);
        }
        List<String> queries = new ArrayList<>();
        int damaged = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                try {
                    queries.add(MAPPER.readValue(line, String.class));
                } catch (JacksonException e) {
                    damaged++;
                }
            }
        } catch (CharacterCodingException e) {
            return new Past(List.of(), 1);
        } catch (IOException e) {
            throw InvestigationException.file("cannot read", file, e);
        }
        Collections.reverse(queries);
        return new Past(queries, damaged);
    }

    /// Puts a query first.
    public synchronized void add(String query) {
        List<String> queries = new ArrayList<>(read().queries());
        queries.remove(query);
        queries.addFirst(query);
        List<String> lines =
                queries.stream().limit(KEPT).map(MAPPER::writeValueAsString).toList().reversed();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            WholeFile.write(file, String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw InvestigationException.file("cannot write", file, e);
        }
    }
}
