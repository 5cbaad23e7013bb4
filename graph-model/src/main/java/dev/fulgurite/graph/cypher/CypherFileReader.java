package dev.fulgurite.graph.cypher;

import dev.fulgurite.graph.cypher.CypherFile.Example;
import dev.fulgurite.graph.cypher.CypherFile.Head;
import dev.fulgurite.graph.cypher.CypherFile.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the text of one Cypher file, line by line: head first, then statements, then examples.
final class CypherFileReader {

    private static final Pattern HEAD = Pattern.compile("// ([a-z][a-z ]*):(?: (.*))?");
    private static final Pattern CONTINUED = Pattern.compile("// {3,}(\\S.*)");
    private static final Pattern EXAMPLE = Pattern.compile("// (fires on|stays quiet on): (.+)");

    private final String source;
    private final Map<String, Head> heads = new LinkedHashMap<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Example> examples = new ArrayList<>();

    private boolean inHead = true;
    private @Nullable String lastKey;
    private final StringBuilder open = new StringBuilder();
    private int openLine;
    private @Nullable Matcher example;
    private int exampleLine;
    private List<Statement> exampleStatements = new ArrayList<>();

    private CypherFileReader(String source) {
        this.source = source;
    }

    static CypherFile read(String id, String folder, String source, String text) {
        CypherFileReader reader = new CypherFileReader(source);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            reader.line(lines.get(i), i + 1);
        }
        reader.end(lines.size());
        return new CypherFile(id, folder, source, reader.heads, reader.statements, reader.examples);
    }

    private void line(String line, int number) {
        if (line.isBlank() && open.isEmpty()) {
            inHead = inHead && heads.isEmpty();
            return;
        }
        if (inHead && line.startsWith("//")) {
            head(line, number);
            return;
        }
        inHead = false;
        Matcher matcher = EXAMPLE.matcher(line);
        if (matcher.matches() && open.isEmpty()) {
            closeExample();
            example = matcher;
            exampleLine = number;
        } else if (!line.startsWith("//") || !open.isEmpty()) {
            statement(line, number);
        }
    }

    private void head(String line, int number) {
        Matcher key = HEAD.matcher(line);
        Matcher continued = CONTINUED.matcher(line);
        if (continued.matches() && lastKey != null) {
            String name = lastKey;
            heads.computeIfPresent(
                    name,
                    (_, head) ->
                            new Head(head.value() + " " + continued.group(1).strip(), head.line()));
        } else if (key.matches()) {
            lastKey = key.group(1);
            String value = key.group(2) == null ? "" : key.group(2).strip();
            if (heads.putIfAbsent(lastKey, new Head(value, number)) != null) {
                throw new CypherFileException(
                        source, number, "'" + lastKey + "' stands twice in the head");
            }
        } else {
            throw new CypherFileException(
                    source,
                    number,
                    "a head line is '// key: value', or '//   more of it', not: " + line);
        }
    }

    private void statement(String line, int number) {
        if (open.isEmpty()) {
            openLine = number;
        }
        String stripped = line.stripTrailing();
        if (!stripped.endsWith(";")) {
            open.append(line).append('\n');
            return;
        }
        open.append(stripped, 0, stripped.length() - 1);
        Statement statement = new Statement(open.toString().strip(), openLine);
        (example == null ? statements : exampleStatements).add(statement);
        open.setLength(0);
    }

    private void closeExample() {
        if (example != null) {
            if (exampleStatements.isEmpty()) {
                throw new CypherFileException(
                        source, exampleLine, "an example without a statement");
            }
            boolean fires = example.group(1).equals("fires on");
            examples.add(
                    new Example(fires, example.group(2).strip(), exampleStatements, exampleLine));
            exampleStatements = new ArrayList<>();
        }
    }

    private void end(int lines) {
        if (!open.isEmpty()) {
            throw new CypherFileException(
                    source, openLine, "a statement without ';' at the end of its last line");
        }
        closeExample();
        if (heads.isEmpty()) {
            throw new CypherFileException(source, 1, "no head: the file begins with '// title: …'");
        }
        if (statements.isEmpty()) {
            throw new CypherFileException(source, Math.max(1, lines), "no statement");
        }
    }
}
