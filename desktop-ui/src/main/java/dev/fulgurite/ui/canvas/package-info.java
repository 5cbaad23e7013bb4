/// The graph of an alert and what was walked to from it. What is shown is a
/// [dev.fulgurite.ui.canvas.CanvasState]; [dev.fulgurite.ui.canvas.CanvasViewModel] changes it, and
/// [dev.fulgurite.ui.canvas.CanvasView] draws it. A click selects, a double click walks on by the
/// node's first pivot.
@NullMarked
package dev.fulgurite.ui.canvas;

import org.jspecify.annotations.NullMarked;
