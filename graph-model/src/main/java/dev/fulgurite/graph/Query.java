package dev.fulgurite.graph;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A Cypher statement to read with, its parameters, and its bounds. Parameter values are those that
/// [dev.fulgurite.graph.model.Row] gives back (`Instant` included), never text pasted into the
/// statement.
public record Query(
        String text, Map<String, @Nullable Object> parameters, int maxRows, Duration timeout) {

    public static final int DEFAULT_ROWS = 100_000;
    public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

    public Query {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        if (maxRows < 1 || timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException("a query needs a positive row and time limit");
        }
    }

    public static Query of(String text) {
        return new Query(text, Map.of(), DEFAULT_ROWS, DEFAULT_TIMEOUT);
    }

    public static Query of(String text, Map<String, ? extends @Nullable Object> parameters) {
        return new Query(text, new LinkedHashMap<>(parameters), DEFAULT_ROWS, DEFAULT_TIMEOUT);
    }

    public Query limitedTo(int rows, Duration time) {
        return new Query(text, parameters, rows, time);
    }
}
