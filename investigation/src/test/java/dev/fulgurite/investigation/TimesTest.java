package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimesTest {

    @Test
    void an_exact_time_has_seven_digits_and_a_readable_one_has_none() {
        Instant time = Instant.parse("2026-03-01T10:00:00.12345679Z");

        assertThat(Times.exact(time)).isEqualTo("2026-03-01T10:00:00.1234567Z");
        assertThat(Times.exact(Instant.parse("2026-03-01T10:00:00Z")))
                .isEqualTo("2026-03-01T10:00:00.0000000Z");
        assertThat(Times.readable(time)).isEqualTo("2026-03-01 10:00:00Z");
    }

    @Test
    void a_time_is_read_as_an_analyst_writes_it() {
        Instant ten = Instant.parse("2026-03-01T10:00:00Z");

        assertThat(Times.parse("2026-03-01 10:00")).contains(ten);
        assertThat(Times.parse(" 2026-03-01t10:00:00z ")).contains(ten);
        assertThat(Times.parse("2026-03-01")).contains(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(Times.parse("2026-03-01T10:00:00.0000001Z")).contains(ten.plusNanos(100));
    }

    @Test
    void what_is_no_time_is_none() {
        assertThat(Times.parse("2026-13-01")).isEmpty();
        assertThat(Times.parse("tomorrow")).isEmpty();
        assertThat(Times.parse("")).isEmpty();
    }
}
