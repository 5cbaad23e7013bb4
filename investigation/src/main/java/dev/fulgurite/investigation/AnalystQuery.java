package dev.fulgurite.investigation;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An analyst's own Cypher. The server's read mode forbids writing; what it allows all the same and
/// does not belong here (reading files, other users' transactions, settings) is refused before the
/// statement is sent.
final class AnalystQuery {

    static final Duration TIMEOUT = Duration.ofSeconds(20);

    /// Text in quotes, names in backticks, and comments: what they say is not Cypher.
    private static final Pattern NOT_CYPHER =
            Pattern.compile(
                    "'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\"|`(?:``|[^`])*`"
                            + "|//[^\\n]*|/\\*.*?\\*/",
                    Pattern.DOTALL);

    /// A word that could begin a command, not a property, label, parameter or map key.
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?<![.:$\\w])(?:(show|terminate|use|profile|explain)\\s+\\w|(load)\\s+csv\\b)");

    private static final Pattern CALL = Pattern.compile("(?<![.:$\\w])call\\s+([\\w`][\\w.`]*)");
    private static final Set<String> PROCEDURES =
            new TreeSet<>(
                    List.of(
                            "db.labels",
                            "db.relationshiptypes",
                            "db.propertykeys",
                            "db.schema.visualization",
                            "db.schema.nodetypeproperties",
                            "db.schema.reltypeproperties"));

    private AnalystQuery() {}

    static Result run(InvestigationGraph graph, String text) {
        String statement = statement(text);
        refuseCommands(statement);
        if (!graph.explain(statement).readsOnly()) {
            throw refused("it would write, and only reading is allowed here");
        }
        return graph.read(new Query(statement, Map.of(), Investigation.QUERY_ROWS, TIMEOUT));
    }

    static List<String> unknownNames(InvestigationGraph graph, String text) {
        return graph.explain(statement(text)).unknown();
    }

    private static String statement(String text) {
        String statement = text.strip();
        while (statement.endsWith(";")) {
            statement = statement.substring(0, statement.length() - 1).strip();
        }
        if (statement.isEmpty()) {
            throw refused("the query is empty");
        }
        return statement;
    }

    private static void refuseCommands(String statement) {
        String cypher = withoutText(statement).toLowerCase(Locale.ROOT);
        if (cypher.indexOf('\\') >= 0) {
            throw refused("a backslash outside quotes could hide a command");
        }
        Matcher command = COMMAND.matcher(cypher);
        if (command.find()) {
            String word = command.group(1) == null ? "LOAD CSV" : command.group(1);
            throw refused(word.toUpperCase(Locale.ROOT) + " does not read the graph");
        }
        Matcher call = CALL.matcher(cypher);
        while (call.find()) {
            if (!PROCEDURES.contains(call.group(1))) {
                throw refused(
                        "CALL "
                                + call.group(1)
                                + ": a query may only call "
                                + String.join(", ", PROCEDURES));
            }
        }
    }

    /// The statement with its texts blanked; a name in backticks leaves one, so that it still
    /// counts as a name.
    private static String withoutText(String statement) {
        return NOT_CYPHER
                .matcher(statement)
                .replaceAll(match -> match.group().startsWith("`") ? "`" : " ");
    }

    private static InvestigationException refused(String reason) {
        return new InvestigationException(Kind.QUERY_REFUSED, "the query was not run: " + reason);
    }
}
