/// The desktop: [dev.fulgurite.ui.Main] starts it. Every view has its own package with a view (what
/// is drawn) and a view model (what is known, without any node of the scene). Two rules hold
/// everywhere: a click selects, a double click walks on.
@NullMarked
package dev.fulgurite.ui;

import org.jspecify.annotations.NullMarked;
