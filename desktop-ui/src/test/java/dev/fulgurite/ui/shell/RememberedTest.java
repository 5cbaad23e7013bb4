package dev.fulgurite.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import dev.fulgurite.ui.work.Work;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RememberedTest {

    private static final double LOW = 720;
    private static final double HIGH = 1_000;

    private final Memory memory = Memory.forgetful();
    private final Work work = new Work();

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void a_low_window_begins_without_the_timeline_a_high_one_with_it() {
        assertThat(isOpen(LOW)).isFalse();
        assertThat(isOpen(HIGH)).isTrue();
    }

    @Test
    void what_the_analyst_chose_holds_in_any_window() {
        timeline(LOW).open().set(true);

        assertThat(isOpen(LOW)).isTrue();

        timeline(HIGH).open().set(false);

        assertThat(isOpen(HIGH)).isFalse();
    }

    private boolean isOpen(double height) {
        return timeline(height).open().get();
    }

    private TimelineViewModel timeline(double height) {
        TimelineViewModel timeline =
                new TimelineViewModel(
                        work,
                        () -> {
                            throw new IllegalStateException("nothing is read here");
                        });
        new Remembered(memory).timeline(timeline, height);
        return timeline;
    }
}
