package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;

/// Gives a graph the constraints and indexes that `cypher/schema` declares. A graph that has them
/// is only asked for its version. One that was filled by Neo4j's importer has none: then each
/// constraint reads all elements that it holds for, so two are made at a time.
final class SchemaSetup {

    private static final int ATTEMPTS = 5;
    private static final int AT_ONCE = 2;
    private static final Duration LONGEST = Duration.ofHours(1);

    private final InvestigationGraph graph;
    private final Schema schema;
    private final CypherFile version;
    private final CypherFile orphaned;

    SchemaSetup(InvestigationGraph graph, CypherLibrary library, Schema schema) {
        this.graph = graph;
        this.schema = schema;
        version = library.file("write", "SchemaVersion");
        orphaned = library.file("write", "OrphanedIndex");
    }

    /// @param done is told what part of it is done, from 0 to 1, on this thread
    void bring(DoubleConsumer done) {
        for (int left = ATTEMPTS; !isThere(); left--) {
            try {
                make(done);
            } catch (GraphException e) {
                // Clients that open a new server at once are in each other's way.
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private boolean isThere() {
        List<Row> had = graph.read(Query.of(version.statement(0))).rows();
        return had.size() == 1 && had.getFirst().text("version").equals(schema.version());
    }

    private void make(DoubleConsumer done) {
        dropOrphanedIndexes();
        try (ExecutorService makers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<CompletableFuture<Void>> groups =
                    schema.statementGroups().stream()
                            .map(group -> CompletableFuture.runAsync(() -> make(group), makers))
                            .toList();
            for (int made = 0; made < groups.size(); made++) {
                groups.get(made).join();
                done.accept((made + 1.0) / groups.size());
            }
        } catch (CompletionException e) {
            throw e.getCause() instanceof GraphException cause ? cause : e;
        }
        awaitIndexes();
        graph.write(transaction ->
                transaction.run(version.statement(2), Map.of("version", schema.version())));
    }

    /// Statements that are planned before an index is filled are planned without it.
    private void awaitIndexes() {
        Query filled = Query.of(version.statement(1), Map.of("seconds", LONGEST.toSeconds()));
        try {
            graph.read(filled.limitedTo(1, LONGEST));
        } catch (GraphException e) {
            // Where one of them fails or takes too long, reads are slower and nothing else.
            return;
        }
    }

    private void make(List<String> statements) {
        graph.write(transaction -> {
            statements.forEach(statement -> transaction.run(statement, Map.of()));
            return "";
        });
    }

    /// Neo4j makes a constraint's index in a transaction of its own, before the constraint. When
    /// the process is killed in between, the index has the constraint's name and is in its way.
    private void dropOrphanedIndexes() {
        Query find = Query.of(orphaned.statement(0), Map.of("constraints", schema.constraints()));
        for (Row index : graph.read(find).rows()) {
            graph.write(transaction ->
                    transaction.run(orphaned.statement(1), Map.of("name", index.text("name"))));
        }
    }
}
