package dev.fulgurite.investigation.watch;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/// Which files of watched folders were read, kept in the graph: neither a file that was read nor
/// one that could not be is read again after a restart, unless it has changed.
final class ReadFiles {

    private final InvestigationGraph graph;
    private final CypherLibrary library;

    ReadFiles(InvestigationGraph graph, CypherLibrary library) {
        this.graph = graph;
        this.library = library;
    }

    Map<Path, WatchedFile> all() {
        Map<Path, WatchedFile> files = new HashMap<>();
        graph.scan(
                Query.of(library.file("read", "watched-files").statement()),
                row -> {
                    WatchedFile file = file(row);
                    files.put(file.path(), file);
                });
        return files;
    }

    private static WatchedFile file(Row row) {
        return new WatchedFile(
                Path.of(row.text("path")), row.number("size"), Instant.parse(row.text("modified")));
    }

    /// @param problem why it could not be read to its end, `""` when it was
    void add(WatchedFile file, Instant at, String problem) {
        Map<String, Object> parameters =
                Map.of(
                        "path", file.path().toString(),
                        "size", file.size(),
                        "modified", file.modified().toString(),
                        "at", at,
                        "problem", problem);
        graph.write(transaction ->
                transaction.run(library.file("write", "WatchedFile").statement(), parameters));
    }
}
