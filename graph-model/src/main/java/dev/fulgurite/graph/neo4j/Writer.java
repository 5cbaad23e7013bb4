package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Work;

/// How a graph runs what writes to it: over Bolt, or without that detour where the database is in
/// this process. Either runs the work again when the database asks for it.
interface Writer {

    /// Fails with [dev.fulgurite.graph.GraphException], or as the work does.
    <T> T write(Work<T> work);
}
