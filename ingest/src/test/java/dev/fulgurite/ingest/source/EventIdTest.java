package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventIdTest {

    private static final Instant AT = Instant.parse("2021-11-22T10:00:00Z");

    /// Computed apart: `printf 'DeviceEvents\x1ftestrig1\x1f586\x1f…' | sha256sum | cut -c -26`.
    @Test
    void parts_and_time_are_hashed_with_the_unit_separator_between_after_the_hour() {
        assertThat(EventId.of(AT, "DeviceEvents", "testrig1", "586"))
                .isEqualTo("06f0e2" + "f5298eee64029d06d3113c5df1");
    }

    @ParameterizedTest
    @CsvSource({
        "1601-01-01T00:00:00Z, cea4f0",
        "1970-01-01T00:59:59Z, 000000",
        "9999-12-31T23:59:59Z, 320f17"
    })
    void hours_of_any_time_have_six_digits(Instant at, String hour) {
        assertThat(EventId.of(at, "same")).startsWith(hour).hasSize(32);
    }

    @Test
    void neither_order_nor_empty_columns_nor_the_table_name_count() {
        Columns one =
                Columns.ofJson(
                        """
                        {"b": "2", "a": 1, "TimeGenerated": "2021-11-22T10:00:00Z"}\
                        """);
        Columns same =
                Columns.ofJson(
                        """
                        {"Type": "T", "TimeGenerated": "11/22/2021, 10:00:00 AM", "a": "1", "b": "2", "c": ""}\
                        """);
        Columns other = Columns.ofJson("{\"a\": \"12\", \"b\": \"\"}");

        String id = EventId.ofColumns(one, "TimeGenerated", AT);

        assertThat(EventId.ofColumns(same, "TimeGenerated", AT)).isEqualTo(id);
        assertThat(EventId.ofColumns(other, "TimeGenerated", AT)).isNotEqualTo(id);
    }
}
