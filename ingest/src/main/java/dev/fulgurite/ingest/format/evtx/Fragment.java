package dev.fulgurite.ingest.format.evtx;

import dev.fulgurite.ingest.format.evtx.Node.Element;

/// An element and the values for its gaps.
///
/// @param nodes how many nodes it unfolds to at most
/// @param characters how many characters it unfolds to at most
record Fragment(Element root, Values values, long nodes, long characters) {}
