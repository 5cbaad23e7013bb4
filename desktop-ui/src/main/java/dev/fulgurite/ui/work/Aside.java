package dev.fulgurite.ui.work;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.GraphException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Does what nobody waits for: one small step after the other, on a thread of its own, while there
/// is no [Work] that somebody waits for. When there is, the step that is being done is given up at
/// once and done again later. Methods are called on the window's thread.
///
/// ```java
/// aside.begin(List.of(() -> investigation.ahead(shown, time, 20)));
/// ```
public final class Aside {

    private static final Duration LONGEST_REST = Duration.ofMillis(500);

    private final Work work;
    private @Nullable Round round;

    public Aside(Work work) {
        this.work = work;
        work.awaited().subscribe(_ -> giveWay());
    }

    private void giveWay() {
        Round now = round;
        if (now != null) {
            now.let(isQuiet());
        }
    }

    private boolean isQuiet() {
        return work.awaited().get() == 0;
    }

    /// Whether steps were begun, and not stopped since.
    public boolean hasBegun() {
        return round != null;
    }

    /// Whether all steps that were begun last are done.
    public boolean isDone() {
        Round now = round;
        return now != null && now.done;
    }

    /// Begins to do these steps, and stops the ones before. What fails was not asked for by
    /// anybody: it is told when somebody asks for it, and no more steps are done until then.
    ///
    /// @param parts each tells steps there are to do, and is a step itself
    public void begin(List<Callable<List<Runnable>>> parts) {
        stop();
        Round next = new Round(parts);
        round = next;
        next.let(isQuiet());
        next.thread.start();
    }

    /// Gives up what is being done and leaves the rest; returns at once.
    public void stop() {
        Round before = round;
        round = null;
        if (before != null) {
            before.stop();
        }
    }

    private static final class Round {
        private final List<Callable<List<Runnable>>> parts;
        private final Thread thread;
        private final AtomicReference<Cancellation> step =
                new AtomicReference<>(new Cancellation());
        private volatile boolean quiet;
        private volatile boolean stopped;
        private volatile boolean done;

        Round(List<Callable<List<Runnable>>> parts) {
            this.parts = List.copyOf(parts);
            this.thread = new Thread(this::run, "fulgurite-aside");
            thread.setDaemon(true);
        }

        void let(boolean nowQuiet) {
            quiet = nowQuiet;
            if (nowQuiet) {
                LockSupport.unpark(thread);
            } else {
                step.get().cancel();
            }
        }

        void stop() {
            stopped = true;
            step.get().cancel();
            LockSupport.unpark(thread);
        }

        private void run() {
            try {
                for (Callable<List<Runnable>> part : parts) {
                    for (Runnable one : whenQuiet(part)) {
                        long began = System.nanoTime();
                        whenQuiet(Executors.callable(one));
                        rest(System.nanoTime() - began);
                    }
                }
                done = true;
            } catch (Exception left) {
                // Stopped, or it failed: whoever asks for the same is told of that.
                stopped = true;
            }
        }

        /// Leaves the processors to others for as long as it had them.
        private void rest(long nanos) {
            long end = System.nanoTime() + Math.min(nanos, LONGEST_REST.toNanos());
            for (long left = end - System.nanoTime(); left > 0 && !stopped; ) {
                LockSupport.parkNanos(this, left);
                left = end - System.nanoTime();
            }
        }

        private <T> T whenQuiet(Callable<T> body) throws Exception {
            while (true) {
                awaitQuiet();
                Cancellation mine = new Cancellation();
                step.set(mine);
                if (!quiet || stopped) {
                    continue;
                }
                try {
                    return mine.cover(body);
                } catch (GraphException e) {
                    if (!mine.isCancelled()) {
                        throw e;
                    }
                }
            }
        }

        private void awaitQuiet() {
            while (!quiet && !stopped) {
                LockSupport.park(this);
            }
            if (stopped) {
                throw new CancellationException();
            }
        }
    }
}
