/// Makes a new database of many elements at once, by Neo4j's own importer and without a running
/// server: start with [BulkStore][dev.fulgurite.graph.neo4j.bulk.BulkStore]. Values go to the
/// importer as what they are, never as text to be parsed, so that nothing in a log can be taken for
/// a quote, a delimiter or an end of line.
@NullMarked
package dev.fulgurite.graph.neo4j.bulk;

import org.jspecify.annotations.NullMarked;
