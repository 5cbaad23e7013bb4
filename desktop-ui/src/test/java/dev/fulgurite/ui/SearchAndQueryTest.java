package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.console.Outcome;
import dev.fulgurite.ui.shell.ShellViewModel;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Search everywhere and the query page, in the real window.
class SearchAndQueryTest {

    @TempDir static Path folder;
    private static SampleWindow window;
    private static ShellViewModel model;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("contoso-incident"));
        model = window.model;
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @AfterEach
    void putTheSheetAway() {
        if (there("#palette")) {
            keyboard.type(KeyCode.ESCAPE);
        }
    }

    @Test
    void the_palette_offers_what_can_be_done_and_does_it() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.K);
        window.pictures("palette");
        assertThat(lines()).isPositive();

        Fx.run(() -> field().setText("show all "));
        keyboard.type(KeyCode.END, KeyCode.K, KeyCode.E, KeyCode.Y, KeyCode.S);
        Fx.until("the answer is there", () -> lines() > 0 && !looking());
        window.pictures("palette-action");
        keyboard.type(KeyCode.ENTER);

        assertThat(there("#palette")).isFalse();
        assertThat(there("#keys")).isTrue();
        window.pictures("keys");
        keyboard.type(KeyCode.ESCAPE);
    }

    @Test
    void an_entity_is_found_as_one_types_and_comes_onto_the_canvas() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.K);
        keyboard.type(KeyCode.M, KeyCode.A, KeyCode.L, KeyCode.L, KeyCode.O, KeyCode.R, KeyCode.Y);
        Fx.until("mallory is found", () -> lines() > 1 && !looking());
        window.pictures("palette-found");

        keyboard.type(KeyCode.ENTER);
        Fx.until(
                "it is selected",
                () -> model.desk().canvas().selection().get() instanceof Selection.OfNode);

        assertThat(Fx.on(() -> model.desk().canvas().selection().get().toString()))
                .containsIgnoringCase("mallory");
        assertThat(there("#palette")).isFalse();
    }

    @Test
    void what_nobody_has_is_not_found_and_escape_closes() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.K);
        Fx.run(() -> field().setText("no such thing anywhere"));
        Fx.until("nothing is said", SearchAndQueryTest::nothingFound);
        window.pictures("palette-nothing");

        keyboard.type(KeyCode.ESCAPE);
        assertThat(there("#palette")).isFalse();
    }

    @Test
    void a_query_is_completed_as_one_types_and_gives_a_table() throws Exception {
        queryPage("MATCH (h:");
        Fx.until("the words are known", () -> proposed("MATCH (h:"));
        keyboard.type(KeyCode.H, KeyCode.O);
        Fx.until("labels are offered", () -> shown("#proposals"));
        window.pictures("query-completion");
        keyboard.type(KeyCode.ENTER);
        assertThat(Fx.on(() -> editor().getText())).isEqualTo("MATCH (h:Host");

        Fx.run(() ->
                editor().appendText(
                                ")<-[r:LOGGED_ON|ATTEMPTED_LOGON]-(a)\nRETURN h, type(r) AS logon, a, count(*) AS times, max(r.at) AS last\nORDER BY times DESC"));
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("there are rows", () -> model.console().outcome().get() instanceof Outcome.Rows);
        window.pictures("query-rows");

        Fx.run(() -> ((Button) lookup("#query-bring")).fire());
        Fx.until("it is on the canvas", () -> model.desk().canvas().said().get().contains("query"));
    }

    @Test
    void a_mistake_is_marked_at_its_place() throws Exception {
        queryPage("MATCH (h:Host)\nWHERE h.key = 'x' AND\nRETURN hst.key");
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("it failed", () -> model.console().outcome().get() instanceof Outcome.Wrong);
        window.pictures("query-mistake");

        Fx.run(() -> ((Hyperlink) lookup("#query-place")).fire());
        assertThat(Fx.on(() -> editor().getCurrentParagraph())).isEqualTo(2);
    }

    @Test
    void a_misspelt_label_is_warned_of() throws Exception {
        queryPage("MATCH (h:Hots) RETURN h");
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("there are rows", () -> model.console().outcome().get() instanceof Outcome.Rows);
        window.pictures("query-warning");

        assertThat(Fx.on(() -> ((Label) lookup(".query-warning")).getText())).contains("Hots");
    }

    @Test
    void a_running_query_is_given_up() throws Exception {
        queryPage(
                "UNWIND range(1, 100000000) AS a UNWIND range(1, 100000) AS b\nRETURN sum(a * b % 7) AS s");
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("it runs", () -> model.console().outcome().get() instanceof Outcome.Running);
        window.pictures("query-running");

        Fx.run(() -> ((Button) lookup("#query-cancel")).fire());
        Fx.until("it is over", () -> model.console().outcome().get() instanceof Outcome.Cancelled);
    }

    @Test
    void the_statements_of_the_last_clicks_open_as_queries_that_run() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT1);
        keyboard.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        Fx.until(
                "statements are listed",
                () -> !((ListView<?>) lookup("#asked-queries")).getItems().isEmpty());
        window.pictures("query-asked");

        keyboard.type(KeyCode.ENTER);
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);
        Fx.until("there are rows", () -> model.console().outcome().get() instanceof Outcome.Rows);
    }

    private static void queryPage(String text) {
        keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT3);
        Fx.run(() -> {
            model.console().cancel();
            editor().replaceText(text);
            editor().moveTo(text.length());
            editor().requestFocus();
        });
    }

    /// Whether Ctrl+Space brings something; the list is put away again.
    private static boolean proposed(String text) {
        CodeArea area = editor();
        javafx.event.Event.fireEvent(
                area,
                new javafx.scene.input.KeyEvent(
                        javafx.scene.input.KeyEvent.KEY_PRESSED,
                        " ",
                        " ",
                        KeyCode.SPACE,
                        false,
                        true,
                        false,
                        false));
        boolean there = lookup("#proposals").isVisible();
        area.moveTo(0);
        area.moveTo(text.length());
        return there;
    }

    private static CodeArea editor() {
        return (CodeArea) lookup("#query-text");
    }

    private static TextField field() {
        return (TextField) lookup("#palette-field");
    }

    private static int lines() {
        return ((ListView<?>) lookup("#palette-list")).getItems().size();
    }

    /// A search that stops for its time, as the first of a busy machine may, is asked for again.
    private static boolean nothingFound() {
        boolean nothing = says().equals("Nothing found");
        if (!nothing && !looking()) {
            String wanted = field().getText();
            field().clear();
            field().setText(wanted);
        }
        return nothing;
    }

    private static boolean looking() {
        return says().equals("Looking…");
    }

    private static String says() {
        return ((Label) lookup(".palette-says")).getText();
    }

    private static boolean there(String id) {
        return Fx.on(() -> lookup(id) != null);
    }

    private static boolean shown(String id) {
        return lookup(id).isVisible();
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
