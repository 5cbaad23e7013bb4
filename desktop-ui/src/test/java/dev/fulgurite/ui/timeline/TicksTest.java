package dev.fulgurite.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {

    private static final Instant START = Instant.parse("2026-03-01T09:58:00.123Z");

    @ParameterizedTest
    @CsvSource({
        "PT0.0005S, MICROS",
        "PT0.1S, MILLIS",
        "PT5S, MILLIS",
        "PT20S, SECONDS",
        "PT30M, MINUTES",
        "PT12H, HOURS",
        "P10D, DAYS",
        "P300D, MONTHS",
        "P4000D, YEARS",
    })
    void a_longer_time_has_coarser_marks(Duration length, Ticks.Step step) {
        Ticks ticks = ticks(START, length);

        assertThat(ticks.step()).isEqualTo(step);
        assertThat(ticks.at()).hasSizeBetween(3, 12).isSorted();
    }

    @Test
    void marks_stand_at_round_times_and_a_day_is_told_where_it_begins() {
        Ticks ticks = ticks(Instant.parse("2026-02-28T20:00:00Z"), Duration.ofHours(10));

        assertThat(labels(ticks, ZoneOffset.UTC))
                .containsExactly(
                        "20:00", "21:00", "22:00", "23:00", "1 Mar", "01:00", "02:00", "03:00",
                        "04:00", "05:00", "06:00");
    }

    @Test
    void months_begin_on_their_first_day() {
        Ticks ticks = ticks(Instant.parse("2026-01-15T00:00:00Z"), Duration.ofDays(200));

        assertThat(labels(ticks, ZoneOffset.UTC))
                .containsExactly(
                        "Feb 2026",
                        "Mar 2026",
                        "Apr 2026",
                        "May 2026",
                        "Jun 2026",
                        "Jul 2026",
                        "Aug 2026");
    }

    @Test
    void the_second_zone_has_labels_of_its_own_at_the_same_marks() {
        Ticks ticks = ticks(Instant.parse("2026-03-01T09:58:00Z"), Duration.ofMinutes(20));

        assertThat(labels(ticks, ZoneOffset.UTC)).first().isEqualTo("09:58");
        assertThat(labels(ticks, ZoneId.of("Asia/Kolkata"))).first().isEqualTo("15:28");
    }

    @Test
    void milliseconds_are_written_out() {
        assertThat(labels(ticks(START, Duration.ofMillis(8)), ZoneOffset.UTC))
                .startsWith("09:58:00.123", "09:58:00.124");
    }

    private static Ticks ticks(Instant start, Duration length) {
        return Ticks.of(new Span(Span.nanos(start), Span.nanos(start.plus(length))), 1100, 95);
    }

    private static List<String> labels(Ticks ticks, ZoneId zone) {
        return ticks.at().stream().map(at -> ticks.label(at, zone)).toList();
    }
}
