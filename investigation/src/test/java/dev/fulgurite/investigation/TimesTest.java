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
}
