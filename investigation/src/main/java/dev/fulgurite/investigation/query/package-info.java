/// What stands around an analyst's own Cypher, for any front end: its words
/// ([dev.fulgurite.investigation.query.CypherText]), what could be typed next
/// ([dev.fulgurite.investigation.query.Completer]), what was asked before
/// ([dev.fulgurite.investigation.QueryHistory], [dev.fulgurite.investigation.SavedQueries],
/// [dev.fulgurite.investigation.query.Journal]) and results as text
/// ([dev.fulgurite.investigation.ResultText]).
@NullMarked
package dev.fulgurite.investigation.query;

import org.jspecify.annotations.NullMarked;
