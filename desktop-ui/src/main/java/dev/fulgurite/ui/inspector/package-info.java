/// What is known of what is selected, and the raw records behind it:
/// [dev.fulgurite.ui.inspector.InspectorView] shows what
/// [dev.fulgurite.ui.inspector.InspectorViewModel] holds.
@NullMarked
package dev.fulgurite.ui.inspector;

import org.jspecify.annotations.NullMarked;
