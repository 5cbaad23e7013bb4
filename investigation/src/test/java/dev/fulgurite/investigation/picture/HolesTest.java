package dev.fulgurite.investigation.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Gap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HolesTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final Layout layout = FlowLayout.arrange(Stories.chain(), Spacing.STANDARD);
    private final List<Link> links = Scene.links(layout, Stories.chain());

    @Test
    void a_hole_in_the_log_of_a_machine_is_on_that_machine() {
        Gap gap =
                new Gap.Records(
                        "Security",
                        "srv2.contoso.local",
                        START.minusSeconds(9),
                        START.plusSeconds(9),
                        4,
                        7);

        assertThat(Holes.on(layout, links, List.of(gap)))
                .isEqualTo(Map.of("Host:device:d2", List.of(gap.told())));
    }

    @Test
    void a_silence_of_the_cloud_is_on_the_lines_that_it_would_tell_of() {
        Gap gap = new Gap.Silence("AzureActivity", "", START.minusSeconds(9), START.plusSeconds(9));

        assertThat(Holes.on(layout, links, List.of(gap)).keySet())
                .hasSize(3)
                .allSatisfy(id -> assertThat(id).containsPattern(" (INVOKED|FROM|TARGETED) "));
    }

    @Test
    void a_hole_at_another_time_is_nowhere() {
        Gap gap =
                new Gap.Silence(
                        "AzureActivity", "", START.minusSeconds(9_000), START.minusSeconds(8_000));

        assertThat(Holes.on(layout, links, List.of(gap))).isEmpty();
    }
}
