package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The check of the window's thread, on a thread of its own that misbehaves on purpose.
class ThreadWatchTest {

    @TempDir Path folder;
    private final ExecutorService queue = Executors.newSingleThreadExecutor();
    private ThreadWatch watch;

    @BeforeEach
    void begin() throws Exception {
        watch = new ThreadWatch(queue, name -> name.startsWith(ThreadWatchTest.class.getName()));
        found(() -> {});
    }

    @AfterEach
    void end() {
        watch.close();
        queue.shutdownNow();
    }

    @Test
    void a_busy_loop_is_found_with_its_place_once_it_is_no_longer_new() throws Exception {
        assertThat(found(() -> compute(Duration.ofMillis(300)))).isEmpty();
        List<String> found = List.of();
        // Each line of the loop is a place of its own.
        for (int round = 0; round < 5 && found.isEmpty(); round++) {
            found = found(() -> compute(Duration.ofMillis(300)));
        }
        assertThat(found)
                .first()
                .asString()
                .contains("of processor time", "ThreadWatchTest.compute");
    }

    @Test
    void a_very_long_task_is_found_at_once() throws Exception {
        assertThat(found(() -> compute(Duration.ofMillis(700)))).isNotEmpty();
    }

    @Test
    void many_short_tasks_in_a_row_are_not_one_long_task() throws Exception {
        for (int i = 0; i < 30; i++) {
            queue.submit(() -> compute(Duration.ofMillis(10)));
            Thread.sleep(4);
        }
        assertThat(found(() -> {})).isEmpty();
    }

    @Test
    void a_sleep_is_found() throws Exception {
        assertThat(found(ThreadWatchTest::sleep)).first().asString().contains("TIMED_WAITING");
    }

    @Test
    void a_lock_that_another_thread_holds_is_found() throws Exception {
        Object lock = new Object();
        CountDownLatch held = new CountDownLatch(1);
        Thread other =
                new Thread(() -> {
                    synchronized (lock) {
                        held.countDown();
                        sleep();
                    }
                });
        other.start();
        held.await();

        assertThat(found(() -> touch(lock))).first().asString().contains("BLOCKED");
        other.join();
    }

    @Test
    void reading_a_file_is_found() throws Exception {
        Path file = Files.write(folder.resolve("large"), new byte[8 << 20]);

        assertThat(found(() -> read(file)).toString()).contains("it waited", "java.nio.file.Files");
    }

    @Test
    void what_happens_in_a_pause_is_not_found() throws Exception {
        watch.pause();
        assertThat(found(ThreadWatchTest::sleep)).isEmpty();
        watch.resume();
        assertThat(found(() -> {})).isEmpty();

        assertThat(found(ThreadWatchTest::sleep)).isNotEmpty();
    }

    private List<String> found(Runnable body) throws Exception {
        Future<?> task = queue.submit(body);
        task.get(30, TimeUnit.SECONDS);
        Thread.sleep(30);
        queue.submit(() -> {}).get(30, TimeUnit.SECONDS);
        return watch.takeFindings();
    }

    private static void compute(Duration processorTime) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + processorTime.toNanos();
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void touch(Object lock) {
        synchronized (lock) {
            lock.notifyAll();
        }
    }

    private static void read(Path file) {
        try {
            for (int i = 0; i < 40; i++) {
                Files.readAllBytes(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
