package dev.fulgurite.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Alert;
import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.ingest.IngestReport;
import dev.fulgurite.investigation.AlertStory;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The sample incident, from its log files to its alerts.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndToEndTest {

    private static final Path INCIDENT = Repository.file("samples/incident");
    private static final List<String> ROLES =
            List.of(
                    "caller",
                    "IP",
                    "operation",
                    "VM",
                    "host",
                    "script",
                    "commands",
                    "account",
                    "onward host");
    private static final DetectionRequest AT_SAMPLE_TIME =
            DetectionRequest.linked(Instant.parse("2026-11-20T00:00:00Z"));

    /// @param holds nodes that the alert's case must hold
    record ExpectedAlert(String severity, List<String> holds) {

        boolean fits(Alert alert) {
            return alert.severity().word().equals(severity) && alert.nodes().containsAll(holds);
        }
    }

    private final Map<String, List<ExpectedAlert>> expected = expected();

    private Investigation investigation;
    private IngestReport report;
    private List<DetectionResult> results;

    @BeforeAll
    void ingest_and_detect(@TempDir Path folder) {
        investigation = open(folder);
        report = investigation.ingest(List.of(INCIDENT), IngestListener.silent());
        results = investigation.detect(expected.keySet(), AT_SAMPLE_TIME);
    }

    @AfterAll
    void close() {
        investigation.close();
    }

    @Test
    void every_record_of_the_sample_is_accounted_for_and_none_is_rejected() {
        assertThat(report.files()).hasSizeGreaterThan(6).allMatch(Ledger::closes);
        assertThat(report.files()).allSatisfy(file -> assertThat(file.rejected()).isZero());
        assertThat(report.problems()).isEmpty();
    }

    @Test
    void every_rule_gives_the_expected_alerts_and_no_other() {
        for (DetectionResult result : results) {
            List<ExpectedAlert> missing = new ArrayList<>(expected.get(result.rule()));
            List<Alert> unexpected =
                    result.alerts().stream().filter(alert -> !removeOne(missing, alert)).toList();
            assertThat(missing).as(result.rule() + ": alerts that are missing").isEmpty();
            assertThat(unexpected).as(result.rule() + ": alerts too many").isEmpty();
        }
    }

    private static boolean removeOne(List<ExpectedAlert> expected, Alert alert) {
        return expected.stream()
                .filter(one -> one.fits(alert))
                .findFirst()
                .map(expected::remove)
                .orElse(false);
    }

    @Test
    void every_result_is_complete() {
        assertThat(results)
                .hasSameSizeAs(expected.keySet())
                .allSatisfy(result ->
                        assertThat(result.completeness().word())
                                .as(result.rule())
                                .isEqualTo("complete"));
    }

    @Test
    void a_second_run_adds_no_alert() {
        List<Alert> before = investigation.alerts(null, null);
        investigation.detect(expected.keySet(), AT_SAMPLE_TIME);
        assertThat(before).isNotEmpty();
        assertThat(investigation.alerts(null, null)).isEqualTo(before);
    }

    @Test
    void the_chain_tells_its_story_from_the_caller_to_the_onward_host_with_evidence() {
        Alert chain = investigation.alerts(null, "cloud-to-host-chain").getFirst();
        AlertStory story = investigation.alert(chain.id());
        for (String role : ROLES) {
            assertThat(story.lines())
                    .as(role)
                    .anyMatch(line -> line.role().equals(role) && !line.evidence().isEmpty());
        }
        assertThat(chain.title()).contains("mallory@contoso.com", "fin-files01", "svc_backup");
    }

    @Test
    void the_digest_is_equal_after_reading_the_same_files_in_another_order(@TempDir Path folder)
            throws IOException {
        try (Investigation other = open(folder)) {
            other.ingest(filesLastFirst(), IngestListener.silent());
            assertThat(other.digest()).isEqualTo(investigation.digest());
            other.ingest(List.of(INCIDENT), IngestListener.silent());
            assertThat(other.digest()).isEqualTo(investigation.digest());
        }
    }

    private static List<Path> filesLastFirst() throws IOException {
        try (Stream<Path> files = Files.walk(INCIDENT)) {
            return files.filter(Files::isRegularFile).sorted().toList().reversed();
        }
    }

    private static Investigation open(Path folder) {
        return Investigation.open(new GraphLocation.Folder(folder.resolve("graph")));
    }

    private static Map<String, List<ExpectedAlert>> expected() {
        return JsonMapper.shared()
                .readValue(
                        Repository.file("samples/expected.json").toFile(),
                        new TypeReference<>() {});
    }
}
