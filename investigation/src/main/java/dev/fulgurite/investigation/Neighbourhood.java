package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Subgraph;

/// What stands around a node.
///
/// @param shown how many results of the pivot are in the graph
/// @param total how many there are; when `more` is set, among the [#LOOKED_AT] records that were
///   looked at
/// @param more whether there are more records than were looked at
public record Neighbourhood(Subgraph graph, long shown, long total, boolean more) {

    /// A pivot looks at so many records of a node, those that were stored last: it stays quick on a
    /// node of a million.
    public static final int LOOKED_AT = 20_000;

    /// What is counted by listing it is counted so far.
    static final int LISTED = 10_000;

    public Neighbourhood(Subgraph graph, long shown, long total) {
        this(graph, shown, total, false);
    }

    public boolean cut() {
        return shown < total;
    }
}
