package dev.fulgurite.ui.work;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.ui.words.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.concurrent.Task;
import javafx.concurrent.Worker;
import org.jspecify.annotations.Nullable;

/// Runs what takes time beside the window's thread and hands the result back on it. All methods are
/// called on the window's thread.
///
/// ```java
/// work.start("work.pivot", () -> investigation.pivot(node, id, 20), canvas::grow, this::show);
/// ```
public final class Work implements AutoCloseable {

    /// One piece of work; a cancelled one neither hands back a result nor fails.
    public static final class Job {
        private final String words;
        private final Task<?> task;
        private final long began = System.nanoTime();
        private final Cancellation reads;
        private final @Nullable Runnable stop;
        private final boolean makesWay;
        private Runnable givenUp = () -> {};

        private Job(
                String words,
                Task<?> task,
                Cancellation reads,
                @Nullable Runnable stop,
                boolean makesWay) {
            this.words = words;
            this.task = task;
            this.reads = reads;
            this.stop = stop;
            this.makesWay = makesWay;
        }

        /// For how long it runs, or waits for its turn.
        public Duration age() {
            return Duration.ofNanos(System.nanoTime() - began);
        }

        public String words() {
            return words;
        }

        public boolean isRunning() {
            return task.isRunning() || task.getState() == Worker.State.READY;
        }

        /// Does something, on the window's thread, when the work was given up, whoever did that.
        public Job ifGivenUp(Runnable then) {
            givenUp = then;
            return this;
        }

        /// Gives it up: its result is dropped, and the graph stops to read for it. Work that knows
        /// a safe point to stop at stops there instead, and tells its result.
        public void cancel() {
            if (stop == null) {
                task.cancel(false);
                reads.cancel();
            } else {
                stop.run();
            }
        }
    }

    static final int THREADS = 3;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ExecutorService threads =
            Executors.newFixedThreadPool(
                    THREADS,
                    body -> {
                        Thread thread = new Thread(body, "fulgurite-work");
                        thread.setDaemon(true);
                        return thread;
                    });
    private final List<Job> jobs = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Job> latest = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper awaited = new ReadOnlyIntegerWrapper();

    /// The work that was started last and still runs; null when there is none.
    public ReadOnlyObjectProperty<@Nullable Job> running() {
        return latest.getReadOnlyProperty();
    }

    /// How much work runs or waits for its turn.
    public ReadOnlyIntegerProperty count() {
        return count.getReadOnlyProperty();
    }

    /// How much of it there is that somebody waits for.
    public ReadOnlyIntegerProperty awaited() {
        return awaited.getReadOnlyProperty();
    }

    /// Gives up all that runs: nothing of it hands back a result or fails.
    public void cancelAll() {
        List.copyOf(jobs).forEach(Job::cancel);
    }

    /// Starts a piece of work.
    ///
    /// @param doing key of the work's name; `.kept` behind it gives what a failure leaves untouched
    public <T> Job start(
            String doing, Callable<T> body, Consumer<T> done, Consumer<Failure> failed) {
        return start(doing, body, done, failed, null, false);
    }

    /// As [#start(String, Callable, Consumer, Consumer)], for work that itself makes way for what
    /// somebody waits for.
    public <T> Job startMakingWay(
            String doing, Callable<T> body, Consumer<T> done, Consumer<Failure> failed) {
        return start(doing, body, done, failed, null, true);
    }

    /// As [#start(String, Callable, Consumer, Consumer)], for work that ends well when it is told
    /// to.
    ///
    /// @param stop asks it to end at its next safe point
    public <T> Job startStoppable(
            String doing,
            Callable<T> body,
            Consumer<T> done,
            Consumer<Failure> failed,
            Runnable stop) {
        return start(doing, body, done, failed, stop, false);
    }

    private <T> Job start(
            String doing,
            Callable<T> body,
            Consumer<T> done,
            Consumer<Failure> failed,
            @Nullable Runnable stop,
            boolean makesWay) {
        Cancellation reads = new Cancellation();
        Task<T> task =
                new Task<>() {
                    @Override
                    protected T call() throws Exception {
                        return reads.cover(body);
                    }
                };
        Job job = new Job(Words.of(doing), task, reads, stop, makesWay);
        task.setOnSucceeded(_ -> {
            end(job);
            done.accept(task.getValue());
        });
        task.setOnFailed(_ -> {
            end(job);
            failed.accept(Failure.of(doing, task.getException()));
        });
        task.setOnCancelled(_ -> {
            end(job);
            job.givenUp.run();
        });
        if (threads.isShutdown()) {
            task.cancel();
            return job;
        }
        jobs.add(job);
        tell();
        threads.execute(task);
        return job;
    }

    private void end(Job job) {
        jobs.remove(job);
        tell();
    }

    private void tell() {
        count.set(jobs.size());
        awaited.set((int) jobs.stream().filter(job -> !job.makesWay).count());
        latest.set(jobs.isEmpty() ? null : jobs.getLast());
    }

    /// Starts nothing more (what is asked for later is given up at once) and lets what runs come to
    /// its end, for a while.
    @Override
    public void close() {
        threads.shutdown();
        try {
            // What takes longer is never interrupted: that would close the files of a database that
            // it is about to open.
            var _ = threads.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
