/// What ingest hands to the graph: [GraphBatch][dev.fulgurite.graph.event.GraphBatch], a run of
/// [GraphEvent][dev.fulgurite.graph.event.GraphEvent]s from one evidence file with the ledger as it
/// stands after them.
@NullMarked
package dev.fulgurite.graph.event;

import org.jspecify.annotations.NullMarked;
