/// The published queries in Java, one class each, reading like the KQL that they reproduce: each is
/// a [PublishedQuery][dev.fulgurite.detections.PublishedQuery] that a file of `cypher/published`
/// names. What they do wrong they do wrong on purpose; linked mode is where it is mended.
@NullMarked
package dev.fulgurite.detections.published;

import org.jspecify.annotations.NullMarked;
