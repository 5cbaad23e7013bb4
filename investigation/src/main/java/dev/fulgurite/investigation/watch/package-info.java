/// Watching: reading logs as they arrive, running each detection by its schedule, and telling
/// others of what was found. The door is [Watch][dev.fulgurite.investigation.watch.Watch];
/// [WatchOrder][dev.fulgurite.investigation.watch.WatchOrder] says what is wanted. What is due and
/// when is known to `dev.fulgurite.detections.watch`.
@NullMarked
package dev.fulgurite.investigation.watch;

import org.jspecify.annotations.NullMarked;
