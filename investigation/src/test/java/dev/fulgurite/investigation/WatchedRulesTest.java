package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Scheduled;
import dev.fulgurite.graph.InvestigationGraph;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.neo4j.Neo4jGraphs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A folder of own rules that changes under a watch.
class WatchedRulesTest {

    private static final String RULE =
            CypherLibrary.packagedText("templates", "own-rule").orElseThrow();

    @TempDir static Path folder;
    private static InvestigationGraph graph;

    @TempDir private Path own;
    private Catalogue inForce;
    private WatchedRules rules;

    @BeforeAll
    static void open() {
        graph = Neo4jGraphs.embedded(folder.resolve("graph"));
    }

    @AfterAll
    static void close() {
        graph.close();
    }

    @BeforeEach
    void begin() {
        inForce = Catalogue.of(graph, OwnRules.in(own));
        rules =
                new WatchedRules(
                        own,
                        read -> Catalogue.of(graph, read),
                        () -> inForce,
                        now -> inForce = now);
    }

    @Test
    void a_rule_that_comes_changes_and_goes_is_taken_up() throws IOException {
        assertThat(rules.look()).isEmpty();

        write("mine", RULE);
        assertThat(rules.look()).containsExactly("rule mine: new, taken up");
        assertThat(scheduled()).contains("mine", "run-command-linked");
        assertThat(rules.look()).isEmpty();

        write("mine", RULE.replace("whoami.exe", "hostname.exe"));
        assertThat(rules.look()).containsExactly("rule mine: changed, taken up");

        Files.delete(own.resolve("mine.cypher"));
        assertThat(rules.look()).containsExactly("rule mine: its file is gone, it is run no more");
        assertThat(scheduled()).contains("run-command-linked").doesNotContain("mine");
    }

    @Test
    void a_wrong_one_is_refused_with_file_line_and_reason_and_stops_no_other() throws IOException {
        write("mine", RULE);
        write("misspelt", RULE.replace("(host:Host)", "(host:Hots)"));
        write("headless", "RETURN 1;\n");
        Files.write(own.resolve("strange.cypher"), new byte[] {'/', '/', '\n', (byte) 0xff});

        List<String> told = rules.look();

        assertThat(told).hasSize(4).contains("rule mine: new, taken up");
        assertThat(told)
                .anySatisfy(text ->
                        assertThat(text)
                                .startsWith("rule misspelt: new, refused, and not run: ")
                                .contains(own.resolve("misspelt.cypher") + ":14: ", "Hots"))
                .anySatisfy(text ->
                        assertThat(text)
                                .contains(own.resolve("headless.cypher") + ":1: ", "no head"))
                .anySatisfy(text ->
                        assertThat(text)
                                .contains(own.resolve("strange.cypher") + ":2: ", "not UTF-8"));
        assertThat(scheduled())
                .contains("mine", "run-command-linked")
                .doesNotContain("misspelt", "headless", "strange");
    }

    @Test
    void a_folder_that_is_away_for_a_while_loses_no_rule() throws IOException {
        write("mine", RULE);
        rules.look();
        Path elsewhere = Files.move(own, folder.resolve("elsewhere"));

        assertThat(rules.look())
                .containsExactly(own + ": no such folder; its rules stay as they were");
        assertThat(rules.look()).isEmpty();
        assertThat(scheduled()).contains("mine");

        Files.move(elsewhere, own);
        assertThat(rules.look()).isEmpty();
        assertThat(scheduled()).contains("mine");
    }

    @Test
    void a_setting_of_a_rule_that_is_gone_stops_nothing() throws IOException {
        write("mine", RULE);
        rules.look();
        Map<String, String> settings = Map.of("mine.schedule", "5m");
        assertThat(rules.detector().scheduled(settings)).isNotEmpty();

        Files.delete(own.resolve("mine.cypher"));
        rules.look();

        assertThat(rules.detector().rescheduled(settings)).isNotEmpty();
    }

    private void write(String id, String text) throws IOException {
        Files.writeString(own.resolve(id + ".cypher"), text);
    }

    private List<String> scheduled() {
        return rules.detector().scheduled(Map.of()).stream().map(Scheduled::rule).toList();
    }
}
