package dev.fulgurite.graph.event;

import java.util.List;

/// Events of one evidence file, to be stored in one transaction together with the ledger as it
/// stands after them.
///
/// @param events in the order of the file
/// @param ledger `stored` and `duplicate` are left at what they were before this batch: the graph
///   adds its own counts
public record GraphBatch(List<GraphEvent> events, Ledger ledger) {

    public GraphBatch {
        events = List.copyOf(events);
    }
}
