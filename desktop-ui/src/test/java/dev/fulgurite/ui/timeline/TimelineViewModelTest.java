package dev.fulgurite.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.ui.work.Work;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {

    private final Work work = new Work();
    private final TimelineViewModel model =
            new TimelineViewModel(
                    work,
                    () -> {
                        throw new IllegalStateException("no graph is asked");
                    });
    private final List<NodeRef> picked = new ArrayList<>();

    @BeforeEach
    void show() {
        Timeline made = MadeTimeline.small();
        model.show(made, LaneMarks.of(made));
        model.onPick(picked::add);
    }

    @AfterEach
    void close() {
        work.close();
    }

    @Test
    void steps_go_from_event_to_event_in_the_order_of_time_and_select_them() {
        model.step(1);
        model.step(1);
        model.last();
        model.step(1);
        model.step(-1);
        model.first();

        assertThat(picked)
                .containsExactly(
                        MadeTimeline.OPERATION,
                        MadeTimeline.HOST,
                        MadeTimeline.WHOAMI,
                        MadeTimeline.HOST,
                        MadeTimeline.OPERATION);
    }

    @Test
    void a_brushed_stretch_lights_what_happened_in_it() {
        model.first();
        model.stepBrushing(1);

        assertThat(model.lit().get()).containsOnly(MadeTimeline.OPERATION, MadeTimeline.HOST);
        assertThat(model.said(2, 3)).isEqualTo("10:00:00–10:01:00Z · 2 of 3 cards");

        assertThat(model.clearBrush()).isTrue();
        assertThat(model.lit().get()).isNull();
        assertThat(model.clearBrush()).isFalse();
    }

    @Test
    void brushing_grows_and_shrinks_from_where_it_began() {
        model.step(1);
        model.step(1);
        model.stepBrushing(1);
        model.stepBrushing(-1);
        model.stepBrushing(-1);

        Span brushed = model.brush().get();
        assertThat(brushed).isNotNull();
        assertThat(Span.instant(brushed.from())).isEqualTo(MadeTimeline.START);
        assertThat(Span.instant(brushed.to())).isEqualTo(MadeTimeline.START.plusSeconds(60));
    }

    @Test
    void playing_lights_one_event_after_the_other_and_pauses_at_the_end() {
        model.playback().toggle();
        assertThat(model.lit().get()).containsOnly(MadeTimeline.OPERATION);

        model.playback().step();
        model.playback().step();
        assertThat(model.lit().get()).hasSize(3);
        assertThat(model.playback().running().get()).isTrue();

        model.playback().step();
        assertThat(model.playback().running().get()).isFalse();
        model.clearBrush();
        assertThat(model.lit().get()).isNull();
    }

    @Test
    void another_story_is_looked_at_whole_and_unbrushed() {
        model.first();
        model.stepBrushing(1);
        model.view().set(new Span(0, 1_000_000));

        model.restart();

        assertThat(model.lit().get()).isNull();
        assertThat(model.current().get()).isNull();
        assertThat(model.view().get().holds(Span.nanos(MadeTimeline.START))).isTrue();
    }

    @Test
    void all_of_it_is_in_view_at_first() {
        Span view = model.view().get();

        assertThat(view.holds(Span.nanos(MadeTimeline.START))).isTrue();
        assertThat(view.holds(Span.nanos(MadeTimeline.START.plusSeconds(120)))).isTrue();
        assertThat(view.length()).isLessThan(200_000_000_000L);
    }

    @Test
    void a_cut_says_how_many_of_how_many() {
        Timeline small = MadeTimeline.small();
        Timeline cut = new Timeline(small.lanes(), small.moments(), List.of(), 120_000);
        model.show(cut, LaneMarks.of(cut));

        assertThat(model.heading()).isEqualTo("Timeline  first 3 of 120,000 events");
    }
}
