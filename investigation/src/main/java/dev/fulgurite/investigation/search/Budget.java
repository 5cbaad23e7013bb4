package dev.fulgurite.investigation.search;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.Query;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.util.function.Consumer;

/// A time for several reads together. The graph's own limit is looked at every two seconds only;
/// this one stops a read when its time is up.
final class Budget {

    private final InvestigationGraph graph;
    private final Cancellation user;
    private final long end;
    private boolean stopped;

    Budget(InvestigationGraph graph, Duration time, Cancellation user) {
        this.graph = graph;
        this.user = user;
        this.end = System.nanoTime() + time.toNanos();
    }

    /// Whether a read was cut short, or not made at all.
    boolean stopped() {
        return stopped;
    }

    /// Reads for as long as there is time; what came by then has been handed over.
    void scan(Query query, Consumer<Row> each) {
        if (stopped || System.nanoTime() > end) {
            stopped = true;
            return;
        }
        Cancellation cancel = new Cancellation();
        user.whenCancelled(cancel::cancel);
        Thread clock = Thread.ofVirtual().start(() -> cancelAtEnd(cancel));
        try {
            graph.scan(query, cancel, each);
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.CANCELLED || user.isCancelled()) {
                throw e;
            }
            stopped = true;
        } finally {
            clock.interrupt();
        }
    }

    private void cancelAtEnd(Cancellation cancel) {
        try {
            Thread.sleep(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
            cancel.cancel();
        } catch (InterruptedException readInTime) {
            Thread.currentThread().interrupt();
        }
    }
}
