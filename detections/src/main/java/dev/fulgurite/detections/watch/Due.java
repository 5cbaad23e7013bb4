package dev.fulgurite.detections.watch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A run that is due.
///
/// @param version changes when the rule or its settings do
/// @param from rows before this were seen by earlier runs and cannot have changed; null when the
///   run covers all there is
/// @param to what is later may still be on its way into the graph
/// @param linking what was linked by then was there for this run
/// @param changed false when nothing happened that the run could see: it need not be made
/// @param caughtUp whether runs were missed before it, whose ranges it covers
public record Due(
        String rule,
        String version,
        @Nullable Instant from,
        Instant to,
        long linking,
        boolean changed,
        boolean caughtUp) {}
