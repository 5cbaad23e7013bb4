/// The query page: [dev.fulgurite.ui.console.ConsoleView] shows the analyst's own Cypher and what
/// [dev.fulgurite.ui.console.ConsoleViewModel] got for it.
@NullMarked
package dev.fulgurite.ui.console;

import org.jspecify.annotations.NullMarked;
