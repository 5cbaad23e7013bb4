package dev.fulgurite.cli;

import dev.fulgurite.investigation.watch.Stop;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Ctrl-C or SIGTERM, for work that stops at a point of its own choosing: once it is heeded, the
/// end of the process waits for the verb to end, a minute at most.
final class Interruption implements AutoCloseable, Stop {

    private static final long SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch request = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile boolean expected;
    private volatile int exit;

    /// From now on Ctrl-C asks instead of ending everything at once.
    void heed() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::ask, "fulgurite-interruption"));
    }

    /// As [#heed()], for a verb that ends in no other way: the process ends with the code of the
    /// verb, and not with the one that says it was killed.
    void expect() {
        expected = true;
        heed();
    }

    /// Whether somebody pressed Ctrl-C.
    @Override
    public boolean asked() {
        return asked;
    }

    @Override
    public void await(Duration most) throws InterruptedException {
        if (request.await(most.toMillis(), TimeUnit.MILLISECONDS)) {
            asked = true;
        }
    }

    private void ask() {
        boolean running = over.getCount() > 0;
        asked = running;
        request.countDown();
        try {
            if (over.await(SECONDS, TimeUnit.SECONDS) && running && expected) {
                Runtime.getRuntime().halt(exit);
            }
        } catch (InterruptedException now) {
            Thread.currentThread().interrupt();
        }
    }

    /// With which code the process is to end.
    void endsWith(int code) {
        exit = code;
    }

    /// The verb has ended, and said all that it had to say.
    @Override
    public void close() {
        over.countDown();
    }
}
