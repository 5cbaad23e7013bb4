/// Light and dark: [dev.fulgurite.ui.theme.Appearance]; icons and buttons of words. Colours and
/// spacing live in the style sheets beside it.
@NullMarked
package dev.fulgurite.ui.theme;

import org.jspecify.annotations.NullMarked;
