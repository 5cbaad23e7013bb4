/// Everything that can be done in the window, once: [dev.fulgurite.ui.actions.Action]; and what any
/// part of it does alike: copying a text ([dev.fulgurite.ui.actions.TextClip]) and going from pane
/// to pane ([dev.fulgurite.ui.actions.Panes]).
@NullMarked
package dev.fulgurite.ui.actions;

import org.jspecify.annotations.NullMarked;
