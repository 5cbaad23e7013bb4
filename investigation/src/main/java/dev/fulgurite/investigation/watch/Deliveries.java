package dev.fulgurite.investigation.watch;

import dev.fulgurite.graph.GraphException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Delivers to each sink on a thread of its own, so that one that is slow or away holds up neither
/// detection nor another sink.
final class Deliveries implements AutoCloseable {

    private static final Duration END = Duration.ofSeconds(10);

    private final WatchListener listener;
    private final List<Lane> lanes = new ArrayList<>();

    private record Lane(Delivery delivery, Semaphore due, Thread thread) {}

    Deliveries(List<Delivery> deliveries, WatchListener listener) {
        this.listener = listener;
        for (Delivery delivery : deliveries) {
            // What was not delivered before the last end is due at once.
            Semaphore due = new Semaphore(1);
            Thread thread = Thread.ofVirtual().unstarted(() -> deliver(delivery, due));
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
            while (true) {
                due.acquire();
                due.drainPermits();
                Duration retry = delivery.deliver();
                if (!retry.isZero()) {
                    // New alerts do not make a sink listen sooner.
                    TimeUnit.MILLISECONDS.sleep(retry.toMillis());
                    due.release();
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        } catch (GraphException e) {
            listener.note(delivery.sink().name() + ": is told no more: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        lanes.forEach(lane -> lane.thread().interrupt());
        for (Lane lane : lanes) {
            try {
                lane.thread().join(END);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
