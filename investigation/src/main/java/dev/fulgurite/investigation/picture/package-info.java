/// Pictures of a part of the graph, without a screen: where each card stands
/// ([dev.fulgurite.investigation.picture.FlowLayout]), how edges run between them
/// ([dev.fulgurite.investigation.picture.Scene]), and what is drawn
/// ([dev.fulgurite.investigation.picture.ScenePainter]). The window draws with its own
/// [dev.fulgurite.investigation.picture.Brush], the `png` export with Java2D.
@NullMarked
package dev.fulgurite.investigation.picture;

import org.jspecify.annotations.NullMarked;
