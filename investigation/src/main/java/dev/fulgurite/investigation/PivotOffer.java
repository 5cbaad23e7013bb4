package dev.fulgurite.investigation;

/// A pivot that leads somewhere from a node.
///
/// @param id the name of its file under `cypher/pivots`
/// @param title as a menu shows it
/// @param count how many results it has from this node; when `more` is set, among the
///   [Neighbourhood#LOOKED_AT] records that were looked at
/// @param rare how many of them are the only one of their kind
/// @param near how many of them are in the time that was asked for, 0 when none was
/// @param more whether the node has more records than were looked at
public record PivotOffer(String id, String title, long count, long rare, long near, boolean more) {}
