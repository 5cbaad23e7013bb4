package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/// A gap in words.
class GapToldTest {

    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-03-01T00:01:00Z");

    @Test
    void many_records_are_told_by_the_first_and_the_last_and_one_by_its_number() {
        assertThat(new Gap.Records("Security", "srv1", FROM, TO, 7, 9).told())
                .isEqualTo(
                        "Security of srv1: 3 records (7 to 9) are missing between"
                                + " 2026-03-01T00:00:00Z and 2026-03-01T00:01:00Z");
        assertThat(new Gap.Records("Security", "srv1", FROM, TO, 7, 7).told())
                .startsWith("Security of srv1: record 7 is missing between ");
    }
}
