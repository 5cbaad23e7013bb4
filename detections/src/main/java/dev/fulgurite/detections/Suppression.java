package dev.fulgurite.detections;

import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Keeps alerts of one rule out of the queue until a time: all of them, or those whose case has one
/// entity in it. They are counted and can be listed; none is lost.
///
/// @param entity null for every alert of the rule
/// @param since when it was made
/// @param until from then on it hides nothing more
/// @param hidden how many alerts it hid so far
public record Suppression(
        String id,
        String rule,
        @Nullable NodeRef entity,
        Instant since,
        Instant until,
        String note,
        long hidden) {}
