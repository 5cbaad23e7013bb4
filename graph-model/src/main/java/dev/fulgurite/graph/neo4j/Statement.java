package dev.fulgurite.graph.neo4j;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What both connections make of a statement before the database sees it.
final class Statement {

    private static final Pattern VERSIONED = Pattern.compile("(?i)\\s*(explain\\s+)?cypher\\s+\\d");
    private static final String EXPLAIN = "EXPLAIN ";

    /// What a status says of its own kind before it says anything.
    private static final Pattern HEADLINE = Pattern.compile("^warn: [^.]*\\. ");

    /// GQL status of an unknown label and of an unknown relationship type.
    private static final Set<String> UNKNOWN = Set.of("01N50", "01N51");

    private Statement() {}

    /// The statement in the version of the language that all of Fulgurite is written in, whatever
    /// the server's default is; one that names a version itself keeps it.
    static String cypher25(String statement) {
        return VERSIONED.matcher(statement).lookingAt() ? statement : "CYPHER 25 " + statement;
    }

    static String explaining(String statement) {
        return cypher25(EXPLAIN + statement);
    }

    /// How many columns what the database is sent begins before what the caller wrote.
    static int added(String statement) {
        return cypher25(statement).length() - statement.length();
    }

    static int addedExplaining(String statement) {
        return explaining(statement).length() - statement.length();
    }

    /// Labels and types that the database has never heard of; with the schema in place these are
    /// misspelt.
    static <S> List<String> unknown(
            Stream<S> statuses, Function<S, String> code, Function<S, String> description) {
        return statuses.filter(status -> UNKNOWN.contains(code.apply(status)))
                .map(description)
                .map(words -> HEADLINE.matcher(words).replaceFirst(""))
                .toList();
    }
}
