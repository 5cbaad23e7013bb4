package dev.fulgurite.detections.watch;

import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What came into the graph since a run.
///
/// @param linking how often links were made by now
/// @param unbounded whether what is new may show things of any time in another light: it has no
///   known time, or tells that two names are one thing
/// @param earliest when the earliest of what is new happened; null when nothing is new
/// @param active whether anything happened in the time that the run had not covered
record News(long linking, boolean unbounded, @Nullable Instant earliest, boolean active) {

    /// @param since the linking that the run knew of
    /// @param after where its range ended
    /// @param until where the range of the next one ends
    static News since(
            InvestigationGraph graph,
            CypherLibrary library,
            long since,
            Instant after,
            Instant until) {
        Map<String, Object> parameters = Map.of("since", since, "after", after, "until", until);
        Row row =
                graph.read(Query.of(library.file("read", "news").statement(), parameters))
                        .rows()
                        .getFirst();
        boolean identity = Boolean.TRUE.equals(row.get("identity"));
        return new News(
                row.number("number"),
                row.number("timeless") > 0 || (identity && row.number("files") > 0),
                row.instant("earliest"),
                Boolean.TRUE.equals(row.get("active")));
    }

    /// Whether a run whose range ends then would see any of it.
    boolean concerns(Instant until) {
        return unbounded || active || (earliest != null && !earliest.isAfter(until));
    }
}
