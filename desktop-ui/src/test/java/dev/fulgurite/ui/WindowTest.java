package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.RawRecords;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.inspector.Subject;
import dev.fulgurite.ui.shell.ShellViewModel;
import dev.fulgurite.ui.theme.Appearance;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real window on the sample incident, driven by the keyboard alone.
class WindowTest {

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

    @BeforeEach
    void chooseTheFirstAlert() {
        focus("#alerts");
        keyboard.type(KeyCode.HOME);
        Fx.until(
                "the first alert is told",
                () -> {
                    var story = model.desk().story().get();
                    return story != null
                            && story.alert()
                                    .id()
                                    .equals(model.desk().alerts().rows().getFirst().id());
                });
        Fx.run(() -> model.desk().canvas().select(Selection.NOTHING));
    }

    @Test
    void the_first_alert_is_open_with_its_story_and_chain() throws Exception {
        Fx.until(
                "the timeline is read",
                () ->
                        model.desk().timeline().state().get()
                                instanceof TimelineViewModel.State.Ready);
        window.pictures("desktop");

        List<String> labels =
                Fx.on(() ->
                        model.desk().canvas().state().get().graph().nodes().stream()
                                .map(dev.fulgurite.graph.model.Node::label)
                                .distinct()
                                .toList());
        assertThat(labels)
                .contains("Caller", "IpAddress", "Operation", "VirtualMachine", "Host", "Command");
        assertThat(Fx.on(() -> model.desk().inspector().subject().get()))
                .isInstanceOf(Subject.Story.class);
    }

    @Test
    void an_alert_is_chosen_by_the_arrow_keys() throws Exception {
        keyboard.type(KeyCode.DOWN, KeyCode.DOWN);

        Fx.until(
                "the third alert is told",
                () -> {
                    var story = model.desk().story().get();
                    return story != null
                            && story.alert().id().equals(model.desk().alerts().rows().get(2).id());
                });
        window.pictures("third-alert");
    }

    @Test
    void a_selected_node_shows_its_details_and_ways_on() throws Exception {
        select("Host");

        Fx.until(
                "pivots and links are there",
                () ->
                        model.desk().inspector().pivots().get() instanceof Loadable.Ready
                                && model.desk().inspector().links().get()
                                        instanceof Loadable.Ready);
        window.pictures("host-selected");
        assertThat(Fx.on(() -> model.desk().inspector().subject().get()))
                .isInstanceOf(Subject.OfNode.class);
    }

    @Test
    void evidence_shows_the_raw_record_of_what_is_selected() throws Exception {
        select("ScriptFile");
        keyboard.type(KeyCode.E);

        Fx.until(
                "the records are read",
                () -> model.desk().inspector().evidence().get() instanceof Loadable.Ready);
        window.pictures("evidence");
        assertThat(Fx.on(() -> model.desk().inspector().evidence().get()))
                .isInstanceOfSatisfying(
                        Loadable.Ready.class,
                        ready -> assertThat(((RawRecords) ready.value()).records()).isNotEmpty());
    }

    @Test
    void walking_on_adds_beside_what_stands_and_undo_takes_it_back() throws Exception {
        select("Host");
        CanvasState before = Fx.on(() -> model.desk().canvas().state().get());

        keyboard.type(KeyCode.ENTER);
        Fx.until("the canvas grew", () -> model.desk().canvas().state().get() != before);
        CanvasState after = Fx.on(() -> model.desk().canvas().state().get());
        window.pictures("walked-on");

        for (Placed card : before.layout().cards()) {
            Placed now = after.layout().card(card.card().id()).orElseThrow();
            assertThat(List.of(now.x(), now.y())).isEqualTo(List.of(card.x(), card.y()));
        }
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Fx.on(() -> model.desk().canvas().state().get())).isEqualTo(before);
        keyboard.chord(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(Fx.on(() -> model.desk().canvas().state().get())).isEqualTo(after);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
    }

    @Test
    void a_line_tells_how_sure_it_is_and_why() throws Exception {
        Fx.run(() -> model.desk().canvas().select(new Selection.OfLink(linkOfType("DROPPED"))));
        window.pictures("line-selected");

        assertThat(Fx.on(() -> model.desk().inspector().subject().get()))
                .isInstanceOfSatisfying(
                        Subject.OfLink.class,
                        one -> assertThat(one.link().confidence()).isLessThan(1));
    }

    private static String linkOfType(String type) {
        CanvasState state = model.desk().canvas().state().get();
        return state.graph().relationships().stream()
                .filter(one -> one.type().equals(type))
                .findFirst()
                .map(one -> card(state, one.from()) + " " + type + " " + card(state, one.to()))
                .orElseThrow();
    }

    private static String card(CanvasState state, NodeRef ref) {
        return state.layout().cardOf(ref).orElseThrow().card().id();
    }

    @Test
    void the_keys_come_up_on_a_question_mark_and_go_with_escape() throws Exception {
        focus("#canvas");
        keyboard.type(KeyCode.F1);
        assertThat(Fx.on(() -> window.stage.getScene().lookup("#keys"))).isNotNull();
        window.pictures("keys");

        keyboard.type(KeyCode.ESCAPE);

        assertThat(Fx.on(() -> window.stage.getScene().lookup("#keys"))).isNull();
    }

    @Test
    void f6_goes_from_panel_to_panel() {
        Fx.until("the timeline is there", () -> lookup("#timeline") != null);
        focus("#alerts");

        keyboard.type(KeyCode.F6);
        assertThat(Fx.on(() -> lookup("#canvas").isFocused())).isTrue();

        keyboard.type(KeyCode.F6);
        assertThat(Fx.on(() -> lookup("#timeline").isFocused())).isTrue();

        keyboard.type(KeyCode.F6);
        assertThat(Fx.on(() -> lookup(".inspector").isFocusWithin()))
                .as("the keyboard is on %s", Fx.on(() -> window.stage.getScene().getFocusOwner()))
                .isTrue();

        keyboard.type(KeyCode.F6);
        assertThat(Fx.on(() -> lookup("#alerts").isFocused())).isTrue();
    }

    @Test
    void near_by_cards_show_all_their_words() throws Exception {
        focus("#canvas");
        keyboard.type(KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS);
        window.pictures("near");
        keyboard.type(KeyCode.F);

        assertThat(Fx.on(() -> window.appearance.get())).isEqualTo(Appearance.LIGHT);
    }

    /// Walks over the canvas by arrow keys until a node of a kind is selected.
    private static void select(String label) {
        NodeRef wanted =
                Fx.on(() ->
                        model.desk().canvas().state().get().graph().nodes().stream()
                                .map(dev.fulgurite.graph.model.Node::ref)
                                .filter(ref -> ref.label().equals(label))
                                .findFirst()
                                .orElseThrow());
        focus("#canvas");
        for (int i = 0; i < 30; i++) {
            keyboard.type(KeyCode.RIGHT);
            if (Fx.on(() -> model.desk().canvas().selection().get())
                    .equals(new Selection.OfNode(wanted))) {
                return;
            }
        }
        Fx.run(() -> model.desk().canvas().selectNode(wanted));
    }

    private static void focus(String id) {
        Fx.run(() -> lookup(id).requestFocus());
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
