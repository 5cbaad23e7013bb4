package dev.fulgurite.investigation.watch;

import dev.fulgurite.graph.GraphException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Delivers to each sink on a thread of its own, so that one that is slow or away holds up neither
/// detection nor another sink.
final class Deliveries implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(30);

    private final WatchListener listener;
    private final CountDownLatch end = new CountDownLatch(1);
    private final List<Lane> lanes = new ArrayList<>();

    private record Lane(Delivery delivery, Semaphore due, Thread thread) {}

    Deliveries(List<Delivery> deliveries, WatchListener listener) {
        this.listener = listener;
        for (Delivery delivery : deliveries) {
            // What was not delivered before the last end is due at once.
            Semaphore due = new Semaphore(1);
            Thread thread =
                    Thread.ofPlatform()
                            .daemon()
                            .name("fulgurite-sink")
                            .unstarted(() -> deliver(delivery, due));
            lanes.add(new Lane(delivery, due, thread));
        }
        lanes.forEach(lane -> lane.thread().start());
    }

    /// There may be new alerts.
    void wake() {
        lanes.forEach(lane -> lane.due().release());
    }

    private void deliver(Delivery delivery, Semaphore due) {
        try {
            due.acquire();
            while (!isOver()) {
                due.drainPermits();
                Duration retry = delivery.deliver(this::isOver);
                if (retry.isZero()) {
                    due.acquire();
                } else if (end.await(retry.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (GraphException e) {
            listener.note(delivery.sink().name() + ": is told no more: " + e.getMessage());
        }
    }

    private boolean isOver() {
        return end.getCount() == 0;
    }

    /// Waits for deliveries under way: a thread that writes to the store must not be interrupted.
    @Override
    public void close() {
        end.countDown();
        for (Lane lane : lanes) {
            lane.due().release();
            try {
                lane.thread().join(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
