package dev.fulgurite.ui.inspector;

import java.util.List;

/// A node's links by type.
///
/// @param counted how many neighbours were counted
/// @param total how many there are
public record Links(List<LinkCount> counts, long counted, long total) {

    public Links {
        counts = List.copyOf(counts);
    }
}
