package dev.fulgurite.detections;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.KeptRows.Given;
import dev.fulgurite.graph.cypher.CypherLibrary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeptRowsTest {

    private static final String STATEMENT = "MATCH (n) RETURN n";
    private static final String LAST = "cloud-to-host-chain";
    private static final DetectionRequest ALL = DetectionRequest.linked(TestGraph.NOW);

    private KeptRows kept;
    private int reads;

    @BeforeEach
    void ask_once() {
        TestGraph.linked(F1.estate());
        kept = new KeptRows(TestGraph.graph(), CypherLibrary.packaged());
        assertThat(readsFor(STATEMENT, null)).isEqualTo(1);
    }

    @Test
    void what_was_asked_before_is_not_read_again() {
        assertThat(readsFor(STATEMENT, null)).isZero();
    }

    @Test
    void another_statement_or_another_parameter_is_another_question() {
        assertThat(readsFor("MATCH (m) RETURN m", null)).isEqualTo(1);
        assertThat(readsFor(STATEMENT, "bob")).isEqualTo(1);
        assertThat(readsFor(STATEMENT, "bob")).isZero();
    }

    @Test
    void of_each_statement_the_last_answer_alone_is_kept() {
        readsFor(STATEMENT, "bob");

        assertThat(readsFor(STATEMENT, null)).isEqualTo(1);
    }

    @Test
    void it_is_read_again_after_more_was_stored() {
        new Estate()
                .activity("11:00:00", "START", "c9", "bob@contoso.com", "", "testrig1")
                .storeIn(TestGraph.graph());

        assertThat(readsFor(STATEMENT, null)).isEqualTo(1);
    }

    @Test
    void it_is_read_again_after_an_import_was_taken_back() {
        TestGraph.graph().undo(Estate.FILE);

        assertThat(readsFor(STATEMENT, null)).isEqualTo(1);
    }

    @Test
    void it_is_read_again_after_links_were_made() {
        TestGraph.detector().link();

        assertThat(readsFor(STATEMENT, null)).isEqualTo(1);
    }

    @Test
    void what_reads_alerts_is_read_again_after_another_rule_raised_some() {
        assertThat(readsOfAlerts()).isEqualTo(1);
        assertThat(readsOfAlerts()).isZero();

        TestGraph.detector().detect("run-command-linked", ALL);

        assertThat(readsOfAlerts()).isEqualTo(1);
        assertThat(readsFor(STATEMENT, null)).isZero();
    }

    @Test
    void
            what_reads_alerts_is_not_read_again_after_alerts_stood_as_they_were_found_or_its_own_were_raised() {
        TestGraph.detector().detect("run-command-linked", ALL);
        readsOfAlerts();

        TestGraph.detector().detect("run-command-linked", ALL);
        TestGraph.detector().detect(LAST, ALL);

        assertThat(TestGraph.detector().alerts().list(null, LAST)).isNotEmpty();
        assertThat(readsOfAlerts()).isZero();
    }

    @Test
    void what_reads_alerts_is_read_again_after_one_was_withdrawn() {
        Alert alert = TestGraph.detector().detect("run-command-linked", ALL).alerts().getFirst();
        readsOfAlerts();

        TestGraph.change(
                "MATCH (e:ActivityEvent {key: '" + alert.firstEvent() + "'}) DETACH DELETE e");
        TestGraph.detector().alerts().withdrawGone();

        assertThat(readsOfAlerts()).isEqualTo(1);
    }

    private int readsOfAlerts() {
        reads = 0;
        kept.ofAlerts(LAST, STATEMENT, Map.of(), this::read);
        return reads;
    }

    private int readsFor(String statement, @Nullable String caller) {
        reads = 0;
        Map<String, @Nullable Object> parameters = new HashMap<>();
        parameters.put("caller", caller);
        kept.of(statement, parameters, this::read);
        return reads;
    }

    private Given read() {
        reads++;
        return new Given(List.of(), List.of());
    }
}
