package dev.fulgurite.bench;

import dev.fulgurite.ui.alerts.AlertsViewModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Sends the window's thread one small task after the other, and so learns for how long at one go
/// that thread is busy with something else: by the clock, and of the processors, which is what
/// counts on a machine that others use.
final class WindowBeat implements AutoCloseable {

    private static final long PAUSE = 5;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Thread sender = new Thread(this::send, "window-beat");
    private volatile boolean over;
    private long longestClock;
    private long longestProcessor;
    private long processorBefore;

    private WindowBeat() {}

    static WindowBeat start() {
        WindowBeat beat = new WindowBeat();
        beat.sender.setDaemon(true);
        beat.sender.start();
        return beat;
    }

    /// Waits until something holds on the window's thread, and prints how long that took.
    void measure(String what, BooleanSupplier holds, AlertsViewModel queue) throws IOException {
        FrameClock.on(() -> {
            longestClock = 0;
            longestProcessor = 0;
            return what;
        });
        Measured.of(what, 0, () -> await(holds, queue)).print();
        FrameClock.on(() -> {
            System.out.printf(
                    Locale.ROOT,
                    "    the window's thread at one go at most %.0f ms, %.0f ms of processors%n",
                    longestClock / 1e6,
                    longestProcessor / 1e6);
            return what;
        });
    }

    private static long await(BooleanSupplier holds, AlertsViewModel queue) {
        FrameClock.until(holds);
        return FrameClock.on(() -> queue.list().get().matching());
    }

    private void send() {
        while (!over) {
            CountDownLatch taken = new CountDownLatch(1);
            long sent = System.nanoTime();
            Platform.runLater(() -> {
                take(sent);
                taken.countDown();
            });
            try {
                taken.await();
            } catch (InterruptedException e) {
                return;
            }
            pause();
        }
    }

    private void take(long sent) {
        long processor = threads.getCurrentThreadCpuTime();
        longestClock = Math.max(longestClock, System.nanoTime() - sent);
        if (processorBefore > 0) {
            longestProcessor = Math.max(longestProcessor, processor - processorBefore);
        }
        processorBefore = processor;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over = true;
        sender.interrupt();
    }
}
