package dev.fulgurite.investigation.query;

import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.investigation.copy.CypherLiteral;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The statements that were last asked of the graph on behalf of the analyst, in memory only: their
/// parameters are contents of a case. Safe for use by several threads.
public final class Journal {

    /// So many are remembered.
    public static final int KEPT = 20;

    private final Deque<Asked> asked = new ArrayDeque<>();
    private final Map<String, String> files = new HashMap<>();

    public Journal(CypherLibrary library) {
        for (String folder : library.folders()) {
            for (CypherFile file : library.files(folder)) {
                file.statements()
                        .forEach(
                                statement -> files.put(statement.text(), folder + "/" + file.id()));
            }
        }
    }

    /// One statement.
    ///
    /// @param file where it stands in the library, as in `pivots/caller-ips`; `""` for the
    ///   analyst's own
    public record Asked(
            String file, String text, Map<String, @Nullable Object> parameters, Instant at) {

        /// The statement with its parameters written into it: it runs as it is.
        public String literal() {
            StringBuilder literal = new StringBuilder();
            int copied = 0;
            for (CypherText.Word word : CypherText.words(text)) {
                String name = word.text().substring(Math.min(1, word.text().length()));
                if (word.kind() == CypherText.Kind.PARAMETER && parameters.containsKey(name)) {
                    literal.append(text, copied, word.from())
                            .append(CypherLiteral.of(parameters.get(name)));
                    copied = word.to();
                }
            }
            return literal.append(text.substring(copied)).toString();
        }
    }

    /// Takes a statement down; one that was asked before in the same words moves to the front.
    public synchronized void heard(Query query) {
        asked.removeIf(one ->
                one.text().equals(query.text()) && one.parameters().equals(query.parameters()));
        asked.addFirst(
                new Asked(
                        files.getOrDefault(query.text(), ""),
                        query.text(),
                        query.parameters(),
                        Instant.now()));
        if (asked.size() > KEPT) {
            asked.removeLast();
        }
    }

    /// The latest first.
    public synchronized List<Asked> latest() {
        return List.copyOf(asked);
    }
}
