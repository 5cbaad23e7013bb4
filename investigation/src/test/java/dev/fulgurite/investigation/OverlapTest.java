package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.ingest.IngestListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A watch runs rules over ranges that overlap: whatever the range, a finding is the same alert.
class OverlapTest {

    private static final Instant FIRST = Instant.parse("2026-11-08T06:00:00Z");
    private static final int DAYS = 12;

    @TempDir Path folder;

    @Test
    void a_run_over_a_part_of_the_time_raises_no_alert_that_a_run_over_all_of_it_does_not() {
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("graph")))) {
            investigation.ingest(
                    List.of(Path.of("..", "samples", "incident")), IngestListener.silent());
            Set<String> whole = alerts(investigation, null, null);
            assertThat(whole).isNotEmpty();
            Set<String> parts = new TreeSet<>();
            for (int day = 0; day < DAYS; day++) {
                Instant from = FIRST.plus(Duration.ofDays(day));
                parts.addAll(alerts(investigation, from, from.plus(Duration.ofDays(2))));
            }
            assertThat(whole).containsAll(parts);
            assertThat(parts).isNotEmpty();
        }
    }

    /// As rule and id.
    private static Set<String> alerts(
            Investigation investigation, @Nullable Instant from, @Nullable Instant to) {
        Instant now = FIRST.plus(Duration.ofDays(DAYS));
        DetectionRequest request = new DetectionRequest(Mode.LINKED, now, from, to, Map.of());
        return investigation.detect(List.of(), request).stream()
                .map(DetectionResult::alerts)
                .flatMap(List::stream)
                .map(OverlapTest::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String named(Alert alert) {
        return alert.rule() + " " + alert.id();
    }
}
