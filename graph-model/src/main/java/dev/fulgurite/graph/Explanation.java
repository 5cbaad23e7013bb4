package dev.fulgurite.graph;

import java.util.List;

/// What the graph says of a statement before it is run.
///
/// @param columns what it would return
/// @param readsOnly false when it would write
/// @param unknown labels and relationship types it names that the graph's schema does not have: it
///   would never match them
public record Explanation(List<String> columns, boolean readsOnly, List<String> unknown) {

    public Explanation {
        columns = List.copyOf(columns);
        unknown = List.copyOf(unknown);
    }
}
