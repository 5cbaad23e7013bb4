/// The Cypher files of the product, read and checked:
/// [CypherLibrary][dev.fulgurite.graph.cypher.CypherLibrary] holds them by folder,
/// [Schema][dev.fulgurite.graph.cypher.Schema] is what the schema folder declares.
@NullMarked
package dev.fulgurite.graph.cypher;

import org.jspecify.annotations.NullMarked;
