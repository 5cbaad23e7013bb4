package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.RefusedRequest;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Own rules are tried on their examples before they run.
class RuleTrialsTest {

    private static final String RULE =
            CypherLibrary.packagedText("templates", "own-rule").orElseThrow();

    /// Fires on nothing that its example holds.
    private static final String WRONG = RULE.replaceFirst("whoami.exe", "hostname.exe");

    private static final DetectionRequest NOW =
            DetectionRequest.linked(Instant.parse("2026-03-01T00:00:00Z"));

    @TempDir private Path folder;
    @TempDir private Path own;

    @Test
    void a_rule_that_does_not_do_what_its_examples_say_is_refused_and_stops_no_other()
            throws IOException {
        write("mine", RULE);
        write("wrong", WRONG);
        String reason =
                own.resolve("wrong.cypher")
                        + ":"
                        + (1 + WRONG.substring(0, WRONG.indexOf("// fires on")).lines().count())
                        + ": it is to fire on";

        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("graph")), own)) {
            List<String> ran =
                    investigation.detect(List.of(), NOW).stream()
                            .map(DetectionResult::rule)
                            .toList();

            assertThat(ran).contains("mine", "run-command-linked").doesNotContain("wrong");
            assertThat(investigation.rule("wrong").state()).isEqualTo(RuleState.State.REFUSED);
            assertThat(investigation.rule("wrong").reasons())
                    .hasSize(2)
                    .first()
                    .asString()
                    .startsWith(reason);
            assertThatThrownBy(() -> investigation.detect(List.of("wrong"), NOW))
                    .isInstanceOf(RefusedRequest.class)
                    .hasMessageStartingWith(reason);
        }
    }

    @Test
    void a_text_is_tried_once_and_again_when_it_changes() throws IOException {
        List<String> tried = new ArrayList<>();
        try (InvestigationGraph graph = Neo4jGraphs.embedded(folder.resolve("graph"))) {
            RuleTrials trials =
                    new RuleTrials(
                            graph,
                            rule -> {
                                tried.add(rule.head("title"));
                                return new RuleCheck(List.of(), 0, List.of());
                            },
                            () -> tried.add("done"));
            write("mine", RULE);
            trials.tried(Catalogue.of(graph, OwnRules.in(own)));
            trials.tried(Catalogue.of(graph, OwnRules.in(own)));
            assertThat(tried).hasSize(2).last().isEqualTo("done");

            write("mine", RULE.replaceFirst("// title: .*", "// title: Another"));
            trials.tried(Catalogue.of(graph, OwnRules.in(own)));
            assertThat(tried).hasSize(4).contains("Another");
        }
    }

    @Test
    void the_product_s_own_rule_runs_in_the_place_of_one_that_is_wrong() throws IOException {
        write("run-command-linked", WRONG);
        try (Investigation investigation =
                Investigation.open(new GraphLocation.Folder(folder.resolve("graph")), own)) {
            assertThat(investigation.detect(List.of("run-command-linked"), NOW))
                    .singleElement()
                    .satisfies(result ->
                            assertThat(result.completeness().toString()).contains("AzureActivity"));
            assertThat(investigation.rules())
                    .filteredOn(rule -> rule.rule().equals("run-command-linked"))
                    .extracting(RuleState::state)
                    .contains(RuleState.State.REFUSED);
        }
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(own.resolve(id + ".cypher"), text);
    }
}
