package dev.fulgurite.graph.cypher;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One Cypher file: a head of `// key: value` comments, statements that each end in `;` at a line's
/// end, and examples of what it fires on and stays quiet on.
///
/// @param id the file's name without `.cypher`
/// @param folder the folder it is in: `schema`, `write`, `read`, `links`, `detections`, `pivots`
/// @param source path for messages
/// @param heads in the order they stand in
public record CypherFile(
        String id,
        String folder,
        String source,
        Map<String, Head> heads,
        List<Statement> statements,
        List<Example> examples) {

    public CypherFile {
        heads = Collections.unmodifiableMap(new LinkedHashMap<>(heads));
        statements = List.copyOf(statements);
        examples = List.copyOf(examples);
    }

    /// Value of a head line and where it stands (from 1).
    public record Head(String value, int line) {}

    /// A statement without its closing `;`, and the line it begins at (from 1).
    public record Statement(String text, int line) {}

    /// A small graph to try the file on: `fires` says whether it must give something or nothing.
    public record Example(boolean fires, String title, List<Statement> statements, int line) {
        public Example {
            statements = List.copyOf(statements);
        }
    }

    /// Text of a head line, `""` when it is absent.
    public String head(String key) {
        Head head = heads.get(key);
        return head == null ? "" : head.value();
    }

    /// Parts of a head line that lists things with commas; empty when it is absent or says `none`.
    public List<String> headList(String key) {
        String value = head(key);
        if (value.isBlank() || value.strip().equals("none")) {
            return List.of();
        }
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /// The one statement of a file that has just one.
    public String statement() {
        if (statements.size() != 1) {
            throw new CypherFileException(
                    source, 1, "has " + statements.size() + " statements where one is expected");
        }
        return statements.getFirst().text();
    }

    /// The text of the statement at a place, from 0.
    public String statement(int index) {
        return statements.get(index).text();
    }

    /// A complaint about this file at one of its lines.
    public CypherFileException refused(int line, String reason) {
        return new CypherFileException(source, line, reason);
    }
}
