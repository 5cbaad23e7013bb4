/// An event becomes entities, relations and a carrier of the graph: open
/// [EventGraphMapper][dev.fulgurite.ingest.mapping.EventGraphMapper] first.
@NullMarked
package dev.fulgurite.ingest.mapping;

import org.jspecify.annotations.NullMarked;
