package dev.fulgurite.investigation;

/// A pivot that leads somewhere from a node.
///
/// @param id the name of its file under `cypher/pivots`
/// @param title as a menu shows it
/// @param count how many results it has from this node, at most [Neighbourhood#COUNTED]
public record PivotOffer(String id, String title, long count) {}
