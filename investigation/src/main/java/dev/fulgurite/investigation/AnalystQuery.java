package dev.fulgurite.investigation;

import dev.fulgurite.graph.Cancellation;
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
                    "'(?:[^'\\\\]++|\\\\.)*+'|\"(?:[^\"\\\\]++|\\\\.)*+\"|`(?:[^`]++|``)*+`"
                            + "|//[^\\n\\r]*|/\\*.*?\\*/",
                    Pattern.DOTALL);

    /// Older versions of the language read these as the characters they stand for before anything
    /// else, quotes included.
    private static final Pattern ESCAPED = Pattern.compile("\\\\u+(\\p{XDigit}{4})");

    /// A word that could begin a command, not a property, label, parameter or map key.
    private static final Pattern COMMAND =
            word(
                    "(?:(show|terminate|profile|explain)\\s+[\\w`]"
                            + "|(use)(?:\\s+[\\w`(]|[`(])|(load)\\s+csv\\b)");

    private static final Pattern IN_TRANSACTIONS =
            Pattern.compile("\\}\\s*in\\s+(?:\\S+\\s+)?(?:concurrent\\s+)?transactions\\b");

    /// What is called by name: not a subquery.
    private static final Pattern CALL = word("call\\b\\s*([^\\s({,.)\\]}=<>+*/|&-][^\\s(]*)");

    /// A function of somebody's own package.
    private static final Pattern FUNCTION = word("([\\w`]+(?:\\.[\\w`]+)+)\\s*\\(");

    private static final Set<String> NAMESPACES =
            Set.of(
                    "date",
                    "datetime",
                    "localdatetime",
                    "localtime",
                    "time",
                    "duration",
                    "point",
                    "vector");

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

    static Result run(InvestigationGraph graph, String text, Cancellation cancellation) {
        String statement = statement(text);
        refuseCommands(statement);
        if (!graph.explain(statement).readsOnly()) {
            throw refused("it would write, and only reading is allowed here");
        }
        return graph.read(
                new Query(statement, Map.of(), Investigation.QUERY_ROWS, TIMEOUT), cancellation);
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

    /// Looks at the statement as it is written and as an older version would read it.
    private static void refuseCommands(String statement) {
        refuse(cypher(statement));
        refuse(
                cypher(
                        ESCAPED.matcher(statement)
                                .replaceAll(match ->
                                        Matcher.quoteReplacement(
                                                Character.toString(
                                                        Integer.parseInt(match.group(1), 16))))));
    }

    private static void refuse(String cypher) {
        if (cypher.indexOf('\\') >= 0) {
            throw refused("a backslash outside quotes could hide a command");
        }
        refuseCommand(cypher);
        refuseCalls(cypher);
    }

    private static void refuseCommand(String cypher) {
        Matcher command = COMMAND.matcher(cypher);
        if (command.find()) {
            String first = command.group(1) == null ? command.group(2) : command.group(1);
            String word = first == null ? "LOAD CSV" : first;
            throw refused(word.toUpperCase(Locale.ROOT) + " does not read the graph");
        }
        if (IN_TRANSACTIONS.matcher(cypher).find()) {
            throw refused("IN TRANSACTIONS is for writing");
        }
    }

    private static void refuseCalls(String cypher) {
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
        Matcher function = FUNCTION.matcher(cypher);
        while (function.find()) {
            String name = function.group(1);
            String namespace = name.substring(0, name.indexOf('.'));
            if (!PROCEDURES.contains(name) && !NAMESPACES.contains(namespace)) {
                throw refused(name + "() is not a function of Cypher itself");
            }
        }
    }

    /// A word that stands by itself.
    private static Pattern word(String regex) {
        return Pattern.compile("(?<![.:$\\w])" + regex, Pattern.UNICODE_CHARACTER_CLASS);
    }

    /// The statement in lower case with its texts blanked and every kind of blank as a space; a
    /// name in backticks leaves one, so that it still counts as a name.
    private static String cypher(String statement) {
        String bare =
                NOT_CYPHER
                        .matcher(statement)
                        .replaceAll(match -> match.group().startsWith("`") ? "`" : " ");
        StringBuilder spaced = new StringBuilder(bare.length());
        bare.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> spaced.appendCodePoint(isBlank(c) ? ' ' : c));
        return spaced.toString().replaceAll(" *\\. *", ".");
    }

    /// More than any Cypher parser takes for a blank: the parsers do not agree.
    private static boolean isBlank(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static InvestigationException refused(String reason) {
        return new InvestigationException(Kind.QUERY_REFUSED, "the query was not run: " + reason);
    }
}
