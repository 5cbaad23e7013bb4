package dev.fulgurite.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, for work that stops at a point of its own choosing: once it is heeded, the end of the
/// process waits for the verb to end, a minute at most.
final class Interruption implements AutoCloseable {

    private static final long SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean asked;

    /// From now on Ctrl-C asks instead of ending everything at once.
    void heed() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::ask, "fulgurite-interruption"));
    }

    /// Whether somebody pressed Ctrl-C.
    boolean asked() {
        return asked;
    }

    private void ask() {
        asked = over.getCount() > 0;
        try {
            over.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }

    /// The verb has ended, and said all that it had to say.
    @Override
    public void close() {
        over.countDown();
    }
}
