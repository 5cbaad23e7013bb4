/// The Java part of detections in linked mode: one
/// [PostProcessor][dev.fulgurite.detections.PostProcessor] for each file of `cypher/detections`
/// whose head names one with `then:`.
@NullMarked
package dev.fulgurite.detections.linked;

import org.jspecify.annotations.NullMarked;
