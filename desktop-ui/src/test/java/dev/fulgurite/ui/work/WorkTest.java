package dev.fulgurite.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void work_that_is_given_up_is_told_to_stop_reading_and_hands_nothing_back() {
        Fx.start();
        CountDownLatch reads = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        try (Work work = new Work()) {
            Work.Job job =
                    Fx.on(() ->
                            start(
                                    work,
                                    () -> {
                                        reads.countDown();
                                        while (!Cancellation.current().isCancelled()) {
                                            Thread.onSpinWait();
                                        }
                                        stopped.set(true);
                                        return "found";
                                    }));
            Fx.until("the work reads", () -> reads.getCount() == 0);
            Fx.run(job::cancel);
            Fx.until("the reads are given up", stopped::get);
            Fx.settle();
        }
        assertThat(told).containsExactly("given up");
    }

    @Test
    void work_that_is_given_up_before_its_turn_never_begins() {
        Fx.start();
        CountDownLatch turn = new CountDownLatch(1);
        try (Work work = new Work()) {
            for (int thread = 0; thread < Work.THREADS; thread++) {
                Fx.on(() ->
                        start(
                                work,
                                () -> {
                                    turn.await();
                                    return "found";
                                }));
            }
            Work.Job waiting =
                    Fx.on(() ->
                            start(
                                    work,
                                    () -> {
                                        told.add("begun");
                                        return "found late";
                                    }));
            Fx.run(waiting::cancel);
            turn.countDown();
            Fx.until("the others are done", () -> work.count().get() == 0);
            Fx.settle();
        }
        assertThat(told).containsExactly("given up", "found", "found", "found");
    }

    private Work.Job start(Work work, Callable<String> body) {
        return work.start("work.pivots", body, told::add, failure -> told.add(failure.happened()))
                .ifGivenUp(() -> told.add("given up"));
    }
}
