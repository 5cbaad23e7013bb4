/// How the graph becomes alerts. The door is [Detector][dev.fulgurite.detections.Detector]: it runs
/// the links (`cypher/links`), which tie what different logs saw of one thing, and the detections
/// (`cypher/detections`), which read the linked graph and raise
/// [Alert][dev.fulgurite.detections.Alert]s.
@NullMarked
package dev.fulgurite.detections;

import org.jspecify.annotations.NullMarked;
