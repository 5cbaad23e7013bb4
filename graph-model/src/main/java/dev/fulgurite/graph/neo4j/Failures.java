package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/// Says what the exceptions of the driver and of the database mean to a user.
final class Failures {

    private static final Pattern PLACE =
            Pattern.compile("\\(line (\\d+), column (\\d+) \\(offset: \\d+\\)\\)");

    private static final String CLIENT = "Neo.ClientError.";

    private Failures() {}

    /// @param added columns that Fulgurite put before the first line of the statement
    static GraphException of(Neo4jException e, String location, int added) {
        return switch (e) {
            case AuthenticationException _ ->
                    failure(
                            Kind.REFUSED,
                            location
                                    + ": the server refused the user or the password; set FULGURITE_PASSWORD and --user",
                            e);
            case ServiceUnavailableException _, SessionExpiredException _ ->
                    failure(
                            Kind.UNREACHABLE,
                            location
                                    + ": no answer from the graph server; check that it runs and that the address is right",
                            e);
            case ClientException _ -> client(e.code() == null ? "" : e.code(), e, location, added);
            default -> failure(Kind.FAILED, location + ": " + e.getMessage(), e);
        };
    }

    /// @param code the status of the failure, `Neo.ClientError.Statement.SyntaxError`
    /// @param added columns that Fulgurite put before the first line of the statement
    static GraphException of(String code, RuntimeException e, String location, int added) {
        return code.startsWith(CLIENT) || hasRunOut(code)
                ? client(code, e, location, added)
                : failure(Kind.FAILED, location + ": " + e.getMessage(), e);
    }

    private static GraphException client(
            String code, RuntimeException e, String location, int added) {
        if (hasRunOut(code)) {
            return failure(
                    Kind.TIMED_OUT, "the query used up its time or memory: " + e.getMessage(), e);
        }
        if (code.endsWith("Statement.AccessMode")) {
            return wouldWrite(e);
        }
        boolean statement = code.contains(".Statement.") || code.contains(".Procedure.");
        return statement
                ? mistake(e, added)
                : failure(Kind.FAILED, location + ": " + e.getMessage(), e);
    }

    private static boolean hasRunOut(String code) {
        return code.contains("TransactionTimedOut")
                || code.contains("MemoryPoolOutOfMemory")
                || code.contains("Terminated");
    }

    static GraphException wouldWrite(@Nullable Throwable cause) {
        return failure(
                Kind.BAD_QUERY, "the query would write, and only reading is allowed here", cause);
    }

    static GraphException cancelled(@Nullable Throwable cause) {
        return failure(Kind.CANCELLED, "the query was cancelled", cause);
    }

    static GraphException closed(String location, @Nullable Throwable cause) {
        return failure(Kind.FAILED, location + " was closed meanwhile", cause);
    }

    /// The server's words without the statement, which it repeats with what was put before it.
    private static GraphException mistake(RuntimeException e, int added) {
        String message = String.valueOf(e.getMessage());
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return failure(Kind.BAD_QUERY, message, e);
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2)) - (line == 1 ? added : 0);
        String words = message.substring(0, place.start()).strip();
        return new GraphException(
                Kind.BAD_QUERY,
                words + " (line " + line + ", column " + Math.max(1, column) + ")",
                new GraphException.Place(line, Math.max(1, column)),
                e);
    }

    private static GraphException failure(Kind kind, String message, @Nullable Throwable cause) {
        return new GraphException(kind, message, cause);
    }
}
