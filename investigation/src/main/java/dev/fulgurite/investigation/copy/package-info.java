/// What an analyst copies of a node or relationship to find it elsewhere: a statement of Cypher
/// ([dev.fulgurite.investigation.copy.CypherCopy]), a query for Sentinel and Defender
/// ([dev.fulgurite.investigation.copy.KqlCopy]). No value can break out of its literal.
@NullMarked
package dev.fulgurite.investigation.copy;

import org.jspecify.annotations.NullMarked;
