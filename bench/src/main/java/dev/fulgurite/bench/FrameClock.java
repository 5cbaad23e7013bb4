package dev.fulgurite.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// A window in memory, and what its frames cost: time of the processors of the window's thread, and
/// of all threads together, that which rasterizes among them; compiler and collector are left out.
final class FrameClock {

    static final double WIDTH = 1000;
    static final double HEIGHT = 900;

    private static final int WARM = 60;
    private static final int FRAMES = 200;
    private static final long PATIENCE = 20_000_000_000L;
    private static final long PAUSE = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Stage stage;

    private FrameClock(Stage stage) {
        this.stage = stage;
    }

    static FrameClock start() {
        System.setProperty("javafx.animation.fullspeed", "true");
        startToolkit();
        return on(() -> new FrameClock(new Stage()));
    }

    /// Starts JavaFX without a screen, with as many frames as on one.
    static void startToolkit() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        CountDownLatch ready = new CountDownLatch(1);
        Platform.startup(ready::countDown);
        await(ready);
        Platform.setImplicitExit(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Runs on the window's thread and waits for what it gives.
    static <T> T on(Callable<T> body) {
        FutureTask<T> task = new FutureTask<>(body);
        Platform.runLater(task);
        try {
            return task.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Waits until something holds on the window's thread.
    static void until(BooleanSupplier holds) {
        while (!on(holds::getAsBoolean)) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    void show(Parent shown) {
        on(() -> {
            stage.setScene(new Scene(shown, WIDTH, HEIGHT));
            stage.setX(0);
            stage.setY(0);
            stage.show();
            return shown;
        });
    }

    /// Lets each frame change something and prints what frames cost, after some to warm up; fewer
    /// frames, and a shorter warm-up, when they take too long.
    void measure(String what, IntConsumer change) {
        CompletableFuture<long[][]> done = new CompletableFuture<>();
        on(() -> {
            new Timer(change, done).start();
            return what;
        });
        long[][] costs = done.join();
        System.out.printf(
                Locale.ROOT,
                "%-58s %4d frames  all threads %6.1f ms (p95 %6.1f)  window's thread %6.1f ms (p95 %6.1f)%n",
                what,
                costs[0].length,
                part(costs[0], 0.5),
                part(costs[0], 0.95),
                part(costs[1], 0.5),
                part(costs[1], 0.95));
    }

    private long allThreads() {
        long sum = 0;
        for (long id : threads.getAllThreadIds()) {
            sum += Math.max(0, threads.getThreadCpuTime(id));
        }
        return sum;
    }

    private static double part(long[] nanos, double share) {
        if (nanos.length == 0) {
            return Double.NaN;
        }
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }

    void stop() {
        on(() -> {
            stage.close();
            return stage;
        });
        Platform.exit();
    }

    private final class Timer extends AnimationTimer {
        private final IntConsumer change;
        private final CompletableFuture<long[][]> done;
        private final long[][] costs = new long[2][FRAMES];
        private final long begun = System.nanoTime();
        private long processBefore;
        private long threadBefore;
        private int frame = -WARM;

        Timer(IntConsumer change, CompletableFuture<long[][]> done) {
            this.change = change;
            this.done = done;
        }

        @Override
        public void handle(long now) {
            long ofProcess = allThreads();
            long ofThread = threads.getCurrentThreadCpuTime();
            long passed = System.nanoTime() - begun;
            boolean late = passed > PATIENCE;
            if (frame < 0 && passed > PATIENCE / 4) {
                frame = 0;
            }
            if (frame > 0) {
                costs[0][frame - 1] = ofProcess - processBefore;
                costs[1][frame - 1] = ofThread - threadBefore;
            }
            if (frame == FRAMES || late) {
                stop();
                int counted = Math.max(0, frame);
                done.complete(
                        new long[][] {
                            Arrays.copyOf(costs[0], counted), Arrays.copyOf(costs[1], counted)
                        });
                return;
            }
            frame++;
            processBefore = ofProcess;
            threadBefore = ofThread;
            change.accept(frame + WARM);
        }
    }
}
