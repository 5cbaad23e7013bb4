package dev.fulgurite.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FactTest {

    @Test
    void what_is_ours_comes_before_the_columns_of_the_log() {
        assertThat(
                        Fact.of(
                                Map.of(
                                        "Caller", "alice",
                                        "_ResourceId", "/vm1",
                                        "status", "SUCCESS",
                                        "reason", "named alike",
                                        "evidence", List.of("x"),
                                        "names", List.of())))
                .extracting(Fact::name)
                .containsExactly("reason", "status", "Caller", "_ResourceId");
    }

    @Test
    void a_time_is_told_to_its_last_digit() {
        Instant at = Instant.parse("2026-03-01T10:00:00.1234567Z");

        assertThat(Fact.of(Map.of("at", at)))
                .containsExactly(new Fact("at", "2026-03-01T10:00:00.1234567Z", false));
    }
}
