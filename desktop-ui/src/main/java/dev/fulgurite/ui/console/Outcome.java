package dev.fulgurite.ui.console;

import dev.fulgurite.graph.GraphException.Place;
import dev.fulgurite.graph.Result;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the last run of a query stands.
public sealed interface Outcome {

    /// Nothing was run yet.
    record Nothing() implements Outcome {}

    record Running() implements Outcome {}

    /// It ran.
    ///
    /// @param warnings what it names that the graph does not have
    record Rows(Result result, List<String> warnings, Duration took) implements Outcome {}

    /// It was not run, or not to its end.
    ///
    /// @param place of the mistake, when it is one in the text
    record Wrong(String words, @Nullable Place place) implements Outcome {}

    /// The analyst gave it up.
    record Cancelled() implements Outcome {}
}
