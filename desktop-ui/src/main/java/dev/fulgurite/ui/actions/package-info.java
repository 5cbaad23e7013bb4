/// Everything that can be done in the window, once: [dev.fulgurite.ui.actions.Action].
@NullMarked
package dev.fulgurite.ui.actions;

import org.jspecify.annotations.NullMarked;
