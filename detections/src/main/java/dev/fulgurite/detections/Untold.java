package dev.fulgurite.detections;

import java.util.List;

/// An alert that a sink is to be told of.
///
/// @param update how often something about it changed that is worth telling again
/// @param changed what changed since the sink was told of it, a sentence each; empty when it was
///   told nothing of it yet
public record Untold(Alert alert, long update, List<String> changed) {

    public Untold {
        changed = List.copyOf(changed);
    }
}
