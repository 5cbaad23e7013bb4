package dev.fulgurite.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.Timeline.Moment;
import dev.fulgurite.ui.timeline.LaneMarks.Bin;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneMarksTest {

    @Test
    void every_moment_of_a_lane_is_in_one_bin() {
        Timeline timeline = MadeTimeline.dense(20_000);
        Span all = all(timeline);
        for (LaneMarks marks : LaneMarks.of(timeline)) {
            List<Bin> bins = marks.bins(all, 900, 7);

            assertThat(bins.stream().mapToInt(Bin::count).sum()).isEqualTo(marks.count());
            assertThat(bins).hasSizeLessThan(900 / 7 + 2);
            assertThat(bins).extracting(Bin::x).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void moments_far_apart_are_each_drawn_alone() {
        Timeline timeline = MadeTimeline.small();

        for (LaneMarks marks : LaneMarks.of(timeline)) {
            assertThat(marks.bins(all(timeline), 900, 7)).extracting(Bin::count).containsOnly(1);
        }
    }

    @Test
    void what_is_out_of_view_is_in_no_bin() {
        Timeline timeline = MadeTimeline.small();
        long end = Span.nanos(timeline.moments().getLast().at());

        LaneMarks cloud = LaneMarks.of(timeline).getFirst();

        assertThat(cloud.bins(new Span(end, end + 1000), 900, 7)).isEmpty();
    }

    @Test
    void marked_moments_are_counted_by_place() {
        LaneMarks marks = LaneMarks.of(MadeTimeline.small()).getLast();

        assertThat(marks.countBefore(place -> place == 2)).containsExactly(0, 1);
        assertThat(marks.countBefore(_ -> false)).containsExactly(0, 0);
    }

    private static Span all(Timeline timeline) {
        List<Moment> moments = timeline.moments();
        return new Span(Span.nanos(moments.getFirst().at()), Span.nanos(moments.getLast().at()));
    }
}
