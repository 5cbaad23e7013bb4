/// When detections run by themselves. The door is [Roster][dev.fulgurite.detections.watch.Roster]:
/// it knows each rule's [Schedule][dev.fulgurite.detections.watch.Schedule] and last run, and says
/// which runs are due now and over what range. A [Lease][dev.fulgurite.detections.watch.Lease]
/// keeps a second watch from the same graph. It knows rules by their names only.
@NullMarked
package dev.fulgurite.detections.watch;

import org.jspecify.annotations.NullMarked;
