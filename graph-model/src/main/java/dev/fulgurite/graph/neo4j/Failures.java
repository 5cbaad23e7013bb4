package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.exceptions.AuthenticationException;
import org.neo4j.driver.exceptions.ClientException;
import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/// Says what the driver's exceptions mean to a user.
final class Failures {

    private Failures() {}

    static GraphException of(Neo4jException e, String location) {
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
            case ClientException _ -> client(e, location);
            default -> failure(Kind.FAILED, location + ": " + e.getMessage(), e);
        };
    }

    private static GraphException client(Neo4jException e, String location) {
        String code = e.code() == null ? "" : e.code();
        if (code.contains("TransactionTimedOut")
                || code.contains("MemoryPoolOutOfMemory")
                || code.contains("Terminated")) {
            return failure(
                    Kind.TIMED_OUT, "the query used up its time or memory: " + e.getMessage(), e);
        }
        if (code.endsWith("Statement.AccessMode")) {
            return failure(
                    Kind.BAD_QUERY, "the query would write, and only reading is allowed here", e);
        }
        boolean statement = code.contains(".Statement.") || code.contains(".Procedure.");
        return failure(
                statement ? Kind.BAD_QUERY : Kind.FAILED,
                (statement ? "" : location + ": ") + e.getMessage(),
                e);
    }

    private static GraphException failure(Kind kind, String message, @Nullable Throwable cause) {
        return new GraphException(kind, message, cause);
    }
}
