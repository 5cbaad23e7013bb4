package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.GraphException.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.neo4j.dbms.api.DatabaseManagementService;

/// Stops a database. Neo4j writes what it holds back before it stops, and on a full disk tries that
/// for ever: there it is left to itself after some seconds. What was committed stands in its
/// transaction log, and the next start takes it from there.
final class DatabaseStop {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long MILLIS_BETWEEN_LOOKS = 100;

    private final Path folder;
    private final BooleanSupplier refused;
    private final FutureTask<String> stopping;
    private Instant until = Instant.now().plus(PATIENCE);

    private DatabaseStop(DatabaseManagementService service, Path folder, BooleanSupplier refused) {
        this.folder = folder;
        this.refused = refused;
        stopping = new FutureTask<>(service::shutdown, "");
    }

    /// @param refused whether the disk took no more of a write
    static void of(DatabaseManagementService service, Path folder, BooleanSupplier refused) {
        new DatabaseStop(service, folder, refused).run();
    }

    private void run() {
        Thread.ofPlatform().daemon().name("fulgurite-graph-stopping").start(stopping);
        boolean interrupted = false;
        while (!stopping.isDone() && Instant.now().isBefore(until)) {
            try {
                look();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            stopping.get(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException busy) {
            if (!refused.getAsBoolean() && !FullDisk.is(folder)) {
                until = Instant.now().plus(PATIENCE);
            }
        } catch (ExecutionException e) {
            if (!refused.getAsBoolean()) {
                throw new GraphException(
                        Kind.FAILED,
                        "cannot close the graph in " + folder + ": " + e.getCause(),
                        e);
            }
        }
    }
}
