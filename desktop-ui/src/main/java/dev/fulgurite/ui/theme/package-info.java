/// Light and dark: [dev.fulgurite.ui.theme.Appearance]; icons, buttons of words, and tables whose
/// columns follow the letters. Colours and spacing live in the style sheets beside it.
@NullMarked
package dev.fulgurite.ui.theme;

import org.jspecify.annotations.NullMarked;
