package dev.fulgurite.investigation;

import java.util.List;
import java.util.Map;

/// What analysts wrote on nodes of a graph, as it is kept between two sessions. It belongs to the
/// nodes, whichever canvas they stand on.
///
/// @param tags by the node, `Label:key`
/// @param notes by the node
public record SavedMarks(Map<String, List<String>> tags, Map<String, String> notes) {

    public static final SavedMarks NONE = new SavedMarks(Map.of(), Map.of());
}
