package dev.fulgurite.investigation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fulgurite.detections.DetectionRequest;
import dev.fulgurite.detections.RuleState;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Rules of the analyst's own: checked, tried, saved, kept as drafts.
class WorkbenchTest {

    @TempDir static Path folder;
    private static Investigation investigation;
    private static Workbench workbench;

    @BeforeAll
    static void open() {
        investigation =
                Investigation.openWithOwn(
                        new GraphLocation.Folder(folder.resolve("graph")), folder.resolve("rules"));
        workbench = investigation.workbench();
    }

    @AfterAll
    static void close() {
        investigation.close();
    }

    @Test
    void the_template_is_in_order() {
        RuleCheck check = workbench.check("from-template", workbench.template());

        assertThat(check.mistakes()).isEmpty();
        assertThat(check.examples()).hasSize(2).allMatch(RuleCheck.Outcome::holds);
    }

    @Test
    void a_saved_rule_is_in_force_at_once() {
        RuleCheck check = investigation.saveRule("in-force", workbench.template());

        assertThat(check.isInOrder()).isTrue();
        assertThat(investigation.rule("in-force").state()).isEqualTo(RuleState.State.BLIND);
        assertThat(workbench.isOwn("in-force")).isTrue();
        assertThat(investigation.ruleText("in-force")).isEqualTo(workbench.template());
        assertThat(
                        workbench
                                .compare(
                                        "in-force",
                                        workbench.template(),
                                        DetectionRequest.linked(Instant.EPOCH))
                                .gained())
                .isEmpty();
    }

    @Test
    void a_mistake_is_told_with_its_line_and_nothing_is_saved() {
        String text = workbench.template().replace("MATCH (host:Host)", "MATCH (host:Hots)");

        RuleCheck check = investigation.saveRule("misspelt", text);

        assertThat(check.isInOrder()).isFalse();
        assertThat(check.line()).isEqualTo(14);
        assertThat(check.mistakes()).singleElement().asString().contains("misspelt", "Hots");
        assertThat(folder.resolve("rules").resolve("misspelt.cypher")).doesNotExist();
    }

    @Test
    void a_rule_that_does_not_do_what_its_example_says_is_not_saved() {
        String text = workbench.template().replace("= $command", "= 'never.exe'");

        RuleCheck check = investigation.saveRule("silent", text);

        assertThat(check.mistakes()).isEmpty();
        assertThat(check.isInOrder()).isFalse();
        assertThat(check.examples().getFirst().rows()).isZero();
    }

    @Test
    void a_draft_is_kept_but_not_in_force() {
        workbench.keepDraft("half-done", "not a rule yet");

        assertThat(workbench.drafts()).contains("half-done");
        assertThat(workbench.text("half-done")).isEqualTo("not a rule yet");
        assertThat(investigation.rules()).noneMatch(rule -> rule.rule().equals("half-done"));
    }

    @Test
    void a_name_that_leads_out_of_the_folder_is_refused() {
        assertThatThrownBy(() -> workbench.keepDraft("../evil", "x"))
                .isInstanceOf(InvestigationException.class);
    }
}
