/// Links tie what different logs saw of one thing. [Linker][dev.fulgurite.detections.link.Linker]
/// runs the files of `cypher/links` in the order of their needs; where Cypher is the wrong tool, a
/// file names a [LinkStep][dev.fulgurite.detections.link.LinkStep] of this package.
///
/// A link file has four statements: what holds (rows with an `id`, or `from` and `to`), what stands
/// in the graph (the same columns), how `$rows` are written, how `$ids` are removed. A run writes
/// what is new or changed and removes what no longer holds, so a second run changes nothing.
@NullMarked
package dev.fulgurite.detections.link;

import org.jspecify.annotations.NullMarked;
