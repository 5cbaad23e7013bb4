package dev.fulgurite.detections.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {

    @ParameterizedTest
    @CsvSource({
        "1h, 2026-03-01T10:59:59.9Z, 2026-03-01T10:00:00Z, 2026-03-01T11:00:00Z",
        "1h, 2026-03-01T11:00:00Z, 2026-03-01T11:00:00Z, 2026-03-01T12:00:00Z",
        "1d/2d, 2026-03-01T10:59:59Z, 2026-03-01T00:00:00Z, 2026-03-02T00:00:00Z",
        "15m, 2026-03-01T10:29:00Z, 2026-03-01T10:15:00Z, 2026-03-01T10:30:00Z",
        "*/20 * * * *, 2026-03-01T10:39:59.9Z, 2026-03-01T10:20:00Z, 2026-03-01T10:40:00Z",
        "*/20 * * * *, 2026-03-01T10:40:00Z, 2026-03-01T10:40:00Z, 2026-03-01T11:00:00Z",
        "*/20 * * * *, 2026-03-01T10:40:00.5Z, 2026-03-01T10:40:00Z, 2026-03-01T11:00:00Z",
        "30 6 * * 1-5 over 3d, 2026-03-01T10:00:00Z, 2026-02-27T06:30:00Z, 2026-03-02T06:30:00Z",
        "0 0 29 2 *, 2026-03-01T10:00:00Z, 2024-02-29T00:00:00Z, 2028-02-29T00:00:00Z",
    })
    void a_schedule_knows_the_moment_before_and_the_moment_after(
            String schedule, Instant now, Instant latest, Instant next) {
        assertThat(Schedule.parse(schedule).latest(now)).isEqualTo(latest);
        assertThat(Schedule.parse(schedule).next(now)).isEqualTo(next);
    }

    @Test
    void the_nights_on_which_clocks_change_have_24_hours_like_all_others() {
        Schedule schedule = Schedule.parse("30 2 * * *");
        List<Instant> times = new ArrayList<>();
        Instant time = Instant.parse("2026-03-28T00:00:00Z");
        for (int night = 0; night < 230; night++) {
            time = schedule.next(time);
            times.add(time);
        }
        assertThat(times)
                .startsWith(
                        Instant.parse("2026-03-28T02:30:00Z"),
                        Instant.parse("2026-03-29T02:30:00Z"),
                        Instant.parse("2026-03-30T02:30:00Z"));
        for (int night = 1; night < times.size(); night++) {
            assertThat(Duration.between(times.get(night - 1), times.get(night)))
                    .isEqualTo(Duration.ofDays(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1h, PT1H",
        "1h/1d, PT24H",
        "1d / 2d, PT48H",
        "0 6 * * *, PT24H",
        "0 6 * * 1 over 7d, PT168H",
    })
    void a_run_reaches_back_by_the_period_or_else_the_frequency(String schedule, Duration period) {
        assertThat(Schedule.parse(schedule).period()).isEqualTo(period);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "daily",
                "1",
                "1w",
                "30s",
                "0h",
                "1h/0d",
                "-1h",
                "1h/2",
                "99999999999d",
                "* * * *",
                "61 * * * *",
                "0 6 * * * over",
                "0 6 * * * over 2",
                "0 0 30 2 *",
            })
    void what_is_no_schedule_is_refused_in_its_own_words(String text) {
        assertThatThrownBy(() -> Schedule.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("(?s).+");
    }
}
