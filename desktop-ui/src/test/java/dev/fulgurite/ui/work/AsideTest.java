package dev.fulgurite.ui.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.ui.Fx;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AsideTest {

    private final List<String> done = new CopyOnWriteArrayList<>();
    private final CountDownLatch answer = new CountDownLatch(1);
    private Work work;
    private Aside aside;

    @BeforeEach
    void begin() {
        Fx.start();
        work = Fx.on(Work::new);
        aside = Fx.on(() -> new Aside(work));
    }

    @AfterEach
    void end() {
        answer.countDown();
        Fx.run(aside::stop);
        Fx.until("nothing runs", () -> work.count().get() == 0);
        Fx.run(work::close);
    }

    @Test
    void steps_are_done_one_after_the_other() {
        Fx.run(() -> aside.begin(List.of(steps("a", "b"), steps("c"))));
        Fx.until("they are done", aside::isDone);

        assertThat(done).containsExactly("a", "b", "c");
    }

    @Test
    void nothing_is_begun_while_somebody_waits_for_work() {
        Fx.run(() -> {
            ask();
            aside.begin(List.of(steps("a")));
        });
        Fx.settle();
        assertThat(done).isEmpty();

        answer.countDown();
        Fx.until("it is done", aside::isDone);

        assertThat(done).containsExactly("a");
    }

    @Test
    void work_that_makes_way_itself_is_not_waited_for() {
        Fx.run(() -> {
            work.startMakingWay("work.queue.read", this::await, _ -> {}, _ -> {});
            aside.begin(List.of(steps("a")));
        });

        Fx.until("it is done", aside::isDone);
        assertThat(done).containsExactly("a");
    }

    @Test
    void a_step_is_given_up_for_work_that_somebody_waits_for_and_done_after_it() {
        AtomicInteger begun = new AtomicInteger();
        Runnable reads =
                () -> {
                    if (begun.incrementAndGet() == 1) {
                        untilGivenUp();
                    }
                    done.add("read");
                };
        Fx.run(() -> aside.begin(List.of(() -> List.of(reads))));
        Fx.until("it reads", () -> begun.get() == 1);
        Fx.run(this::ask);
        Fx.settle();
        assertThat(begun).as("it waits").hasValue(1);
        assertThat(done).isEmpty();

        answer.countDown();
        Fx.until("it is done", aside::isDone);

        assertThat(done).containsExactly("read");
        assertThat(begun).hasValue(2);
    }

    @Test
    void what_was_stopped_is_left() {
        CountDownLatch reads = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Runnable first =
                () -> {
                    reads.countDown();
                    try {
                        untilGivenUp();
                    } finally {
                        ended.countDown();
                    }
                };
        Fx.run(() -> aside.begin(List.of(() -> List.of(first), steps("b"))));
        Fx.until("it reads", () -> reads.getCount() == 0);
        Fx.run(aside::stop);
        Fx.until("it is given up", () -> ended.getCount() == 0);
        Fx.settle();

        assertThat(done).isEmpty();
        assertThat(Fx.on(aside::hasBegun)).isFalse();
    }

    private Callable<List<Runnable>> steps(String... names) {
        return () -> List.of(names).stream().<Runnable>map(name -> () -> done.add(name)).toList();
    }

    /// What an analyst asks for, until it is answered.
    private void ask() {
        work.start("work.pivot", this::await, _ -> {}, _ -> {});
    }

    private String await() throws InterruptedException {
        answer.await();
        return "found";
    }

    private static void untilGivenUp() {
        Cancellation mine = Cancellation.current();
        while (!mine.isCancelled()) {
            Thread.onSpinWait();
        }
        throw new GraphException(GraphException.Kind.CANCELLED, "given up", null);
    }
}
