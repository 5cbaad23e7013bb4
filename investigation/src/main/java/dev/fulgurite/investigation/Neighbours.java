package dev.fulgurite.investigation;

import java.util.List;

/// How many neighbours a node has, by type of relationship.
///
/// @param counts the most numerous first
/// @param complete false when there are more relationships than are counted: every count then means
///   "or more"
public record Neighbours(List<Count> counts, boolean complete) {

    /// So many relationships of a node are counted; more would make an analyst wait.
    public static final int COUNTED = 20_000;

    /// Neighbours by one type in one direction.
    ///
    /// @param outgoing from this node to the others
    /// @param label of the neighbours
    public record Count(
            String type, boolean outgoing, String label, long neighbours, long relationships) {}

    public Neighbours {
        counts = List.copyOf(counts);
    }
}
