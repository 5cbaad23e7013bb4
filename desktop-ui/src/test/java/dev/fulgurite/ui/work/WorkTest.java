package dev.fulgurite.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.ui.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkTest {

    private final List<String> told = new ArrayList<>();

    @Test
    void work_that_is_given_up_is_told_to_stop_reading_and_hands_nothing_back() {
        Fx.start();
        AtomicBoolean stopped = new AtomicBoolean();
        try (Work work = new Work()) {
            Work.Job job = Fx.on(() -> start(work, stopped));
            Fx.run(job::cancel);
            Fx.until("the reads are given up", stopped::get);
            Fx.settle();
        }
        assertThat(told).containsExactly("given up");
    }

    private Work.Job start(Work work, AtomicBoolean stopped) {
        return work.start(
                        "work.pivots",
                        () -> {
                            while (!Cancellation.current().isCancelled()) {
                                Thread.onSpinWait();
                            }
                            stopped.set(true);
                            return "found";
                        },
                        told::add,
                        failure -> told.add(failure.happened()))
                .ifGivenUp(() -> told.add("given up"));
    }
}
