package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Subgraph;

/// What stands around a node.
///
/// @param shown how many results of the pivot are in the graph
/// @param total how many there are; counted up to [#COUNTED], which then means "or more"
public record Neighbourhood(Subgraph graph, long shown, long total) {

    /// Results beyond this many are not counted: a pivot stays quick on any graph.
    public static final int COUNTED = 10_000;

    public boolean cut() {
        return shown < total;
    }
}
