package dev.fulgurite.detections.kql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "HOURS, 2017-10-31T01:00:00Z, 2017-10-30T23:59:00Z, 2",
        "MINUTES, 2017-10-30T23:05:01Z, 2017-10-30T23:00:59Z, 5",
        "DAYS, 2017-10-29T00:00:00Z, 2017-09-30T23:59:00Z, 29",
        "DAYS, 2021-11-22T23:59:00Z, 2021-11-23T00:00:00Z, -1",
        "MINUTES, 2021-11-22T10:15:00Z, 2021-11-22T10:00:59Z, 15"
    })
    void a_difference_of_times_counts_boundaries(
            ChronoUnit unit, Instant a, Instant b, long count) {
        assertThat(Numbers.datetimeDiff(unit, a, b)).isEqualTo(count);
    }

    @ParameterizedTest
    @CsvSource({"0.5, 0.49999", "0.25, 0.24999", "1.0, 0.99999", "0.75, 0.75", "0.1, 0.1"})
    void a_floor_does_not_mend_what_doubles_cannot_hold(double value, double floored) {
        assertThat(Numbers.floor(value, 0.00001)).isCloseTo(floored, offset(1e-9));
    }

    @Test
    void what_is_null_stays_null_and_is_between_nothing() {
        Instant now = Instant.parse("2021-11-22T12:00:00Z");

        assertThat(Numbers.floor(null, 1)).isNull();
        assertThat(Numbers.day(null)).isNull();
        assertThat(Numbers.datetimeDiff(ChronoUnit.DAYS, null, now)).isNull();
        assertThat(Numbers.between(null, now, now)).isFalse();
        assertThat(Numbers.between(now, null, now)).isFalse();
        assertThat(Numbers.between(now, now, now)).isTrue();
        assertThat(Numbers.day(now)).isEqualTo("2021-11-22T00:00:00Z");
    }
}
