package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.Explanation;
import dev.fulgurite.graph.InvestigationGraph.Work;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.function.Consumer;

/// How the statements of a graph reach its database: over Bolt, or without that detour where the
/// database is in this process. Each method promises what the one of its name in
/// [dev.fulgurite.graph.InvestigationGraph] does, and fails with
/// [dev.fulgurite.graph.GraphException], or as the work that it is given does. Safe for use by
/// several threads.
interface Connection extends AutoCloseable {

    Result read(Query query, Cancellation cancellation);

    List<String> scan(Query query, Cancellation cancellation, Consumer<Row> each);

    Explanation explain(String statement);

    <T> T write(Work<T> work);

    @Override
    void close();
}
