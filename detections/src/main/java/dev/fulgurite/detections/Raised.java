package dev.fulgurite.detections;

import java.util.List;

/// Alerts of one rule that were put into the graph.
///
/// @param alerts as they stand there, in the order they were found in
/// @param changes by how much that raised the rule's count of changes
record Raised(List<Alert> alerts, long changes) {}
