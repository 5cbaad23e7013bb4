package dev.fulgurite.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C, for work that stops at a point of its own choosing: the end of the process waits until
/// it has. What is asked for after the wait is over ends as Ctrl-C ends anything.
final class Interruption implements AutoCloseable {

    private static final long SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread hook = new Thread(this::ask, "fulgurite-interruption");
    private volatile boolean asked;

    /// To be closed when the work is over.
    static Interruption heeded() {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean asked() {
        return asked;
    }

    private void ask() {
        asked = true;
        try {
            over.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        if (!asked) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException ending) {
                // The process is ending: the hook finds the work over.
                asked = true;
            }
        }
    }
}
