package dev.fulgurite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Coverage.Run;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunsTest {

    private final Runs runs = new Runs();

    @Test
    void numbers_in_any_order_become_runs_with_their_times() {
        LongStream.of(7, 3, 1, 2, 9, 8, 2).forEach(this::add);

        assertThat(runs.list()).containsExactly(run(1, 3), run(7, 9));
    }

    @Test
    void a_number_between_two_runs_joins_them() {
        LongStream.of(1, 2, 4, 5, 3).forEach(this::add);

        assertThat(runs.list()).containsExactly(run(1, 5));
    }

    @Test
    void an_hour_keeps_its_first_and_its_last_time() {
        runs.add(1, at(30));
        runs.add(1, at(10));
        runs.add(1, at(50));

        assertThat(runs.list()).containsExactly(new Run(1, 1, at(10), at(50)));
    }

    @Test
    void when_room_is_short_the_largest_holes_stay() {
        int many = 10 * Coverage.MOST_RUNS;
        LongStream.range(0, many).forEach(i -> add(2 * i));
        add(1_000_000);

        List<Run> list = runs.list();

        assertThat(list).hasSizeLessThanOrEqualTo(Coverage.MOST_RUNS);
        assertThat(list.getLast()).isEqualTo(run(1_000_000, 1_000_000));
        assertThat(list.getFirst().first()).isZero();
        assertThat(list.get(list.size() - 2).last()).isEqualTo(2L * many - 2);
    }

    private void add(long number) {
        runs.add(number, at(number));
    }

    private static Run run(long first, long last) {
        return new Run(first, last, at(first), at(last));
    }

    private static Instant at(long second) {
        return Instant.ofEpochSecond(second);
    }
}
