package dev.fulgurite.investigation.watch;

import dev.fulgurite.graph.GraphException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Renews the lease beside the work, while a long file is read or a long rule runs, too.
final class Renewal implements AutoCloseable {

    private final Duration every;
    private final Runnable renew;
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable GraphException lost;

    /// @param renew throws [GraphException] when the lease is lost
    Renewal(Duration every, Runnable renew) {
        this.every = every;
        this.renew = renew;
        this.thread = Thread.ofPlatform().daemon().name("fulgurite-lease").start(this::keep);
    }

    private void keep() {
        try {
            while (!end.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                renew.run();
            }
        } catch (GraphException e) {
            lost = e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    boolean isLost() {
        return lost != null;
    }

    /// Throws why the lease is lost, if it is.
    void check() {
        GraphException why = lost;
        if (why != null) {
            throw why;
        }
    }

    /// Waits for a renewal under way: a thread that writes to the store must not be interrupted.
    @Override
    public void close() {
        end.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
