package dev.fulgurite.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ingest.format.Columns;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventIdTest {

    private static final Instant AT = Instant.parse("2021-11-22T10:00:00Z");

    /// Computed apart: `printf 'DeviceEvents\x1ftestrig1\x1f…\x1f586' | sha256sum | cut -c -32`.
    @Test
    void parts_are_hashed_with_the_unit_separator_between() {
        assertThat(EventId.of("DeviceEvents", "testrig1", "2021-11-22T10:00:00.0000000Z", "586"))
                .isEqualTo("3f4a424e78a8719aa39d513c83e42ab7");
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
