package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.Cancellation;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.SessionConfig;
import org.neo4j.driver.TransactionConfig;
import org.neo4j.driver.exceptions.Neo4jException;

/// A read whose transaction bears a mark, by which the server is told to stop it.
final class StoppableRead implements AutoCloseable {

    private static final String MARK = "fulguriteRead";
    private static final Duration AGAIN = Duration.ofMillis(50);

    private final Driver driver;
    private final SessionConfig reading;
    private final String stop;
    private final Cancellation cancellation;
    private final String mark = UUID.randomUUID().toString();
    private volatile boolean over;

    /// @param stop the statement that ends the transaction with the mark `$mark`
    StoppableRead(Driver driver, SessionConfig reading, String stop, Cancellation cancellation) {
        this.driver = driver;
        this.reading = reading;
        this.stop = stop;
        this.cancellation = cancellation;
        cancellation.whenCancelled(this::stop);
    }

    TransactionConfig.Builder marked() {
        return TransactionConfig.builder().withMetadata(Map.of(MARK, mark));
    }

    private void stop() {
        Thread.ofVirtual().name("fulgurite-stop").start(this::stopWhenBegun);
    }

    /// The transaction may not have begun when it is given up.
    private void stopWhenBegun() {
        try (Session session = driver.session(reading)) {
            while (!over) {
                session.run(stop, Map.of("mark", mark)).consume();
                if (!over) {
                    Thread.sleep(AGAIN);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Neo4jException | IllegalStateException gone) {
            // The read ends by its own time limit, or with the server.
            over = true;
        }
    }

    @Override
    public void close() {
        over = true;
        cancellation.whenCancelled(() -> {});
    }
}
