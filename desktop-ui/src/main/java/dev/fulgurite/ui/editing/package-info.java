/// Cypher while it is written, alike for queries and for rules:
/// [dev.fulgurite.ui.editing.CypherArea].
@NullMarked
package dev.fulgurite.ui.editing;

import org.jspecify.annotations.NullMarked;
