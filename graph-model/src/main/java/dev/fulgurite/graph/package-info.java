/// What the graph is, and the door to it:
/// [InvestigationGraph][dev.fulgurite.graph.InvestigationGraph]. Plain records, no database: the
/// two stores live in `dev.fulgurite.graph.neo4j`, the Cypher they run in
/// `dev.fulgurite.graph.cypher`.
@NullMarked
package dev.fulgurite.graph;

import org.jspecify.annotations.NullMarked;
