/// The two stores behind [InvestigationGraph][dev.fulgurite.graph.InvestigationGraph], and the only
/// code that sees `org.neo4j`. Open one with [Neo4jGraphs][dev.fulgurite.graph.neo4j.Neo4jGraphs]:
/// embedded in this process, or a server over Bolt. Both speak Bolt through the driver, so that
/// every statement runs the same way in both.
@NullMarked
package dev.fulgurite.graph.neo4j;

import org.jspecify.annotations.NullMarked;
