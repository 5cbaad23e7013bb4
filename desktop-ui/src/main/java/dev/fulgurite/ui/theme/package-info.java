/// Light and dark: [dev.fulgurite.ui.theme.Appearance]. Colours and spacing live in the style
/// sheets beside it.
@NullMarked
package dev.fulgurite.ui.theme;

import org.jspecify.annotations.NullMarked;
