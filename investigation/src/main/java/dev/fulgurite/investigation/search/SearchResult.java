package dev.fulgurite.investigation.search;

import dev.fulgurite.graph.model.Node;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Entities that a text was found in, the best first.
///
/// @param more there are others beyond the limit
/// @param stopped the time was up before everything was looked at; whole keys and beginnings of
///   keys were looked at in any case
public record SearchResult(List<Hit> hits, boolean more, boolean stopped) {

    public static final SearchResult NOTHING = new SearchResult(List.of(), false, false);

    public SearchResult {
        hits = List.copyOf(hits);
    }

    /// One entity.
    ///
    /// @param lastSeen the latest record that tells of it; null when too many do to look at
    /// @param links how many relationships it has
    public record Hit(Node node, Match match, @Nullable Instant lastSeen, long links) {}

    /// Where the text is, the best first.
    public enum Match {
        WHOLE,
        BEGINNING,
        INSIDE
    }

    public List<Node> nodes() {
        return hits.stream().map(Hit::node).toList();
    }
}
