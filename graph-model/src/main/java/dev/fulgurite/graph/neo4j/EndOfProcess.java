package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.InvestigationGraph.Hold;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Lets databases stop with the process only when nobody needs them any more.
final class EndOfProcess {

    private static final int MOST = 1000;
    private static final long SECONDS = 60;
    private static final Semaphore HOLDS = new Semaphore(MOST);

    private EndOfProcess() {}

    static Hold hold() {
        HOLDS.acquireUninterruptibly();
        return HOLDS::release;
    }

    /// Returns when all is let go of, or has been held for too long.
    static void await() {
        try {
            if (HOLDS.tryAcquire(MOST, SECONDS, TimeUnit.SECONDS)) {
                HOLDS.release(MOST);
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }
}
