package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.ui.catalogue.CatalogueViewModel;
import dev.fulgurite.ui.catalogue.Editor;
import dev.fulgurite.ui.catalogue.RuleLine;
import dev.fulgurite.ui.catalogue.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The detections page of the real window, with a folder for rules of one's own.
class CatalogueTest {

    @TempDir static Path folder;
    private static Path rules;
    private static SampleWindow window;
    private static CatalogueViewModel catalogue;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        rules = folder.resolve("rules");
        window = SampleWindow.open(folder.resolve("contoso-incident"), rules);
        catalogue = window.model.catalogue();
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @BeforeEach
    void begin() {
        Fx.run(() -> window.model.visit("alerts"));
        keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT2);
        Fx.until("the detections are read", () -> !catalogue.rules().get().isEmpty());
    }

    @Test
    void a_blind_detection_says_what_is_missing() throws Exception {
        RuleLine blind =
                Fx.on(() -> catalogue.rules().get()).stream()
                        .filter(line -> line.state().state() == RuleState.State.BLIND)
                        .findFirst()
                        .orElseThrow();
        choose(blind.id());

        window.pictures("detections-blind");
        assertThat(texts(".reasons"))
                .anyMatch(text -> text.contains(blind.state().reasons().getFirst()));
    }

    @Test
    void the_list_is_walked_by_arrow_keys() {
        choose(Fx.on(() -> catalogue.rules().get().getFirst().id()));
        Fx.run(() -> lookup("#rules").requestFocus());

        keyboard.type(KeyCode.DOWN);

        String second = Fx.on(() -> catalogue.rules().get().get(1).id());
        Fx.until("the second is chosen", () -> catalogue.chosen().get().equals(second));
    }

    @Test
    void a_rule_is_run_by_hand_and_its_alert_opens_on_the_desk() throws Exception {
        choose("run-command-unique-script");
        tab(1);
        Fx.run(() -> ((ButtonBase) lookup("#trial-run")).fire());
        Trial.State.Done done = done();
        window.pictures("detections-run");
        assertThat(done.result().alerts()).isNotEmpty();
        assertThat(done.cells()).hasSameSizeAs(done.result().rows());

        Fx.run(() -> {
            TableView<?> rows = (TableView<?>) lookup("#trial-rows");
            rows.getSelectionModel().select(0);
            rows.requestFocus();
        });
        keyboard.type(KeyCode.ENTER);

        String alert = done.cells().getFirst().alert();
        Fx.until(
                "its story is told",
                () -> {
                    var story = window.model.desk().story().get();
                    return story != null && story.alert().id().equals(alert);
                });
        window.pictures("alert-of-a-run");
    }

    @Test
    void the_difference_to_the_published_form_says_why() throws Exception {
        choose("run-command-unique-script");
        tab(1);
        Fx.run(() -> catalogue.trial().run(Mode.DIFF, Map.of(), null, null, null));
        Trial.State.Done done = done();

        window.pictures("detections-diff");
        assertThat(done.cells())
                .hasSameSizeAs(done.result().differences())
                .allMatch(line -> !line.why().isEmpty());
    }

    @Test
    void runs_are_listed_with_how_long_they_took() throws Exception {
        choose("cloud-to-host-chain");
        tab(2);
        window.pictures("detections-runs");

        RuleLine line =
                Fx.on(() -> catalogue.rules().get()).stream()
                        .filter(each -> each.id().equals("cloud-to-host-chain"))
                        .findFirst()
                        .orElseThrow();
        assertThat(line.runs()).isNotEmpty().allMatch(run -> run.took() != null);
        tab(0);
    }

    @Test
    void a_rule_of_ones_own_is_checked_tried_and_put_in_force() throws Exception {
        Editor editor = catalogue.editor();
        Fx.run(() -> ((ButtonBase) lookup("#catalogue-new")).fire());
        Fx.until("the editor is open", () -> editor.open().get());
        Fx.run(() -> editor.id().set("whoami-anywhere"));

        Fx.run(editor::examine);
        Fx.until("it is checked", () -> editor.check().get() != null);
        assertThat(Fx.on(() -> editor.check().get()).isInOrder())
                .as("%s", Fx.on(() -> editor.check().get()))
                .isTrue();
        Fx.run(editor::compare);
        Fx.until("it is tried", () -> editor.comparison().get() != null);
        window.pictures("editor-checked");
        assertThat(Fx.on(() -> editor.comparison().get()).gained()).isNotEmpty();
        assertThat(rules.resolve("whoami-anywhere.cypher")).doesNotExist();

        keyboard.chord(KeyCode.CONTROL, KeyCode.S);
        Fx.until("it is saved", () -> !editor.told().get().isEmpty());
        assertThat(rules.resolve("whoami-anywhere.cypher")).isRegularFile();
        Fx.until(
                "it is in the list",
                () ->
                        catalogue.rules().get().stream()
                                .anyMatch(
                                        line -> line.id().equals("whoami-anywhere") && line.own()));
        Fx.run(editor::close);
    }

    @Test
    void a_rule_is_in_colours_while_it_is_written_by_keyboard() {
        Editor editor = catalogue.editor();
        Fx.run(editor::begin);
        Fx.until("the keyboard is on the text", () -> text().isFocused());

        assertThat(style("title:")).containsExactly("cypher-head");
        assertThat(style("MATCH")).containsExactly("cypher-keyword");
        assertThat(style("Host)")).containsExactly("cypher-label");
        assertThat(style("EXECUTED")).containsExactly("cypher-type");
        assertThat(style("$command")).containsExactly("cypher-parameter");
        assertThat(style("'device:d1'")).containsExactly("cypher-text");
        assertThat(style("fires on:")).containsExactly("cypher-head");

        keyboard.type(KeyCode.X, KeyCode.TAB);
        assertThat(Fx.on(() -> editor.text().get())).startsWith("x\t// title:");
        assertThat(style("title:")).containsExactly("cypher-comment");
        for (int i = 0; i < 9; i++) {
            keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        }
        assertThat(Fx.on(() -> editor.text().get())).startsWith("// title:");

        keyboard.chord(KeyCode.CONTROL, KeyCode.TAB);
        assertThat(Fx.on(() -> text().isFocused())).isFalse();
        Fx.run(editor::close);
        Fx.until("it is put away", () -> !editor.open().get());
    }

    private static CodeArea text() {
        return (CodeArea) lookup("#editor-text");
    }

    private static Collection<String> style(String word) {
        return Fx.on(() -> text().getStyleOfChar(text().getText().indexOf(word)));
    }

    @Test
    void a_wrong_rule_is_told_with_its_line_and_kept_as_a_draft() throws Exception {
        Editor editor = catalogue.editor();
        Fx.run(editor::begin);
        Fx.until("the editor is open", () -> editor.open().get());
        Fx.run(() -> {
            editor.id().set("half-a-rule");
            editor.text().set(editor.text().get().replace("severity: low", "severity: worst"));
        });

        Fx.run(editor::save);
        Fx.until("it is refused", () -> editor.check().get() != null);
        window.pictures("editor-wrong");
        assertThat(Fx.on(() -> editor.check().get().line())).isEqualTo(2);
        assertThat(style("worst")).contains("cypher-wrong");
        assertThat(style("title:")).doesNotContain("cypher-wrong");
        Fx.run(() -> ((ButtonBase) lookup("#editor-go")).fire());
        assertThat(Fx.on(() -> text().getSelectedText())).isEqualTo("// severity: worst");
        assertThat(rules.resolve("half-a-rule.cypher")).doesNotExist();

        keyboard.type(KeyCode.ESCAPE);
        Fx.until("it is put away", () -> !editor.open().get());
        assertThat(Files.readString(rules.resolve("half-a-rule.draft")))
                .contains("severity: worst");
        Fx.until("it is listed", () -> catalogue.drafts().get().contains("half-a-rule"));
    }

    private static Trial.State.Done done() {
        Fx.until(
                "the run is done",
                () -> catalogue.trial().state().get() instanceof Trial.State.Done);
        return (Trial.State.Done) Fx.on(() -> catalogue.trial().state().get());
    }

    private static void choose(String rule) {
        Fx.run(() -> catalogue.choose(rule));
        Fx.until(
                "the rule is read",
                () -> {
                    var tried = catalogue.trial().rule().get();
                    return tried != null && tried.rule().equals(rule);
                });
    }

    private static void tab(int index) {
        Fx.run(() -> ((TabPane) lookup("#rule-tabs")).getSelectionModel().select(index));
    }

    private static List<String> texts(String within) {
        return Fx.on(() ->
                lookup(within).lookupAll(".label").stream()
                        .map(node -> ((Label) node).getText())
                        .toList());
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
