/// Search everywhere: [dev.fulgurite.ui.search.PaletteView] lies over the window and shows what
/// [dev.fulgurite.ui.search.SearchViewModel] finds.
@NullMarked
package dev.fulgurite.ui.search;

import org.jspecify.annotations.NullMarked;
