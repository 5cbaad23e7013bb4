package dev.fulgurite.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpanTest {

    private static final long AT = Span.nanos(Instant.parse("2026-03-01T10:00:00.1234567Z"));

    @Test
    void a_time_comes_back_to_the_last_digit() {
        assertThat(Span.instant(AT)).isEqualTo(Instant.parse("2026-03-01T10:00:00.1234567Z"));
    }

    @Test
    void a_time_that_no_clock_meant_is_taken_to_be_at_the_edge() {
        assertThat(Span.nanos(Instant.MAX)).isEqualTo(Span.nanos(Instant.MAX.minusSeconds(9)));
        assertThat(Span.instant(Span.nanos(Instant.MIN)))
                .isBefore(Instant.parse("1721-01-01T00:00:00Z"));
    }

    @Test
    void zooming_keeps_the_time_under_the_pointer() {
        Span span = new Span(AT - 4_000_000_000L, AT + 6_000_000_000L);

        Span nearer = span.zoomed(2, AT);

        assertThat(nearer.length()).isEqualTo(span.length() / 2);
        assertThat(nearer.x(AT, 1000)).isCloseTo(span.x(AT, 1000), within(0.01));
    }

    @Test
    void zooming_ends_at_a_fraction_of_a_millisecond_and_at_decades() {
        Span span = new Span(AT, AT + 1_000_000_000L);
        for (int i = 0; i < 60; i++) {
            span = span.zoomed(2, AT);
        }
        assertThat(span.length()).isBetween(100_000L, 1_000_000L);
        for (int i = 0; i < 90; i++) {
            span = span.zoomed(0.5, AT);
        }
        assertThat(Span.instant(span.to())).isAfter(Instant.parse("2040-01-01T00:00:00Z"));
    }

    @Test
    void a_moment_alone_has_room_around_it() {
        Span room = new Span(AT, AT).roomy();

        assertThat(room.from()).isLessThan(AT);
        assertThat(room.to()).isGreaterThan(AT);
    }
}
