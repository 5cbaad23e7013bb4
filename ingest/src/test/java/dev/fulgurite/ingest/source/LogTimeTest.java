package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2021-11-22T10:00:00Z|2021-11-22T10:00:00Z",
                "2021-11-22T10:00Z|2021-11-22T10:00:00Z",
                "2021-11-22T10:00:00|2021-11-22T10:00:00Z",
                "2021-11-22 10:00:00|2021-11-22T10:00:00Z",
                "2021-11-22T10:00:00.5Z|2021-11-22T10:00:00.5Z",
                "2021-11-22 10:00:00.123456 UTC|2021-11-22T10:00:00.123456Z",
                "2021-11-22T10:00:00.1234567Z|2021-11-22T10:00:00.1234567Z",
                "2021-11-22T10:00:00.123456789Z|2021-11-22T10:00:00.1234567Z",
                "2021-11-22T10:00:00.1234567+02:00|2021-11-22T08:00:00.1234567Z",
                "2021-11-22T10:00:00+0000|2021-11-22T10:00:00Z",
                "2021-11-22T10:00:00-05:30|2021-11-22T15:30:00Z",
                "4/26/2021, 7:18:24.156 PM|2021-04-26T19:18:24.156Z",
                "4/26/2021, 12:00:00.000 AM|2021-04-26T00:00:00Z",
                "12/31/2021, 12:30:05 PM|2021-12-31T12:30:05Z",
                "4/26/2021 19:18|2021-04-26T19:18:00Z",
            })
    void times_are_read_as_exports_write_them(String text, Instant at) {
        assertThat(LogTime.parse(text)).isEqualTo(at);
    }

    @Test
    void a_narrow_blank_before_pm_is_a_blank() {
        assertThat(LogTime.parse("4/26/2021, 7:18:24\u202FPM")).isEqualTo("2021-04-26T19:18:24Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday at noon",
                "2021-13-22T10:00:00Z",
                "2021-02-30T10:00:00Z",
                "2021-11-22T25:00:00Z",
                "2021-11-22T10:00:00Zulu",
                "2021-11-22",
                "1637575200",
                "13/26/2021, 7:18:24 PM",
                "4/26/2021, 13:18:24 PM",
            })
    void what_is_no_time_is_none(String text) {
        assertThat(LogTime.parse(text)).isNull();
    }

    @Test
    void a_time_is_written_in_one_way() {
        assertThat(LogTime.written(Instant.parse("2021-01-02T03:04:05.0000001Z")))
                .isEqualTo("2021-01-02T03:04:05.0000001Z");
        assertThat(LogTime.written(Instant.parse("2021-11-22T10:00:00Z")))
                .isEqualTo("2021-11-22T10:00:00.0000000Z");
    }
}
