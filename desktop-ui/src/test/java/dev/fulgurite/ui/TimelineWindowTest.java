package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Timeline;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.desk.DeskViewModel;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.timeline.TimelineViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Timeline, details and evidence in the real window on the sample incident.
class TimelineWindowTest {

    @TempDir static Path folder;
    private static SampleWindow window;
    private static DeskViewModel desk;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("contoso-incident"));
        desk = window.model.desk();
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @BeforeEach
    void begin() {
        Fx.until(
                "the timeline is there",
                () -> desk.timeline().state().get() instanceof TimelineViewModel.State.Ready);
        Fx.run(() -> {
            desk.timeline().open().set(true);
            desk.timeline().clearBrush();
            desk.canvas().select(Selection.NOTHING);
            lookup("#timeline").requestFocus();
        });
    }

    @Test
    void the_story_is_in_lanes_of_cloud_and_hosts() throws Exception {
        window.pictures("timeline");

        assertThat(timeline().lanes())
                .extracting(Timeline.Lane::place)
                .contains(Timeline.Place.CLOUD, Timeline.Place.HOST);
        assertThat(timeline().moments())
                .isNotEmpty()
                .isSortedAccordingTo((one, other) -> one.at().compareTo(other.at()));
    }

    @Test
    void stepping_over_events_selects_their_cards() throws Exception {
        keyboard.type(KeyCode.HOME);
        NodeRef first = timeline().moments().getFirst().node();
        assertThat(Fx.on(() -> desk.canvas().selection().get()))
                .isEqualTo(new Selection.OfNode(first));

        keyboard.type(KeyCode.END);
        NodeRef last = timeline().moments().getLast().node();
        assertThat(Fx.on(() -> desk.canvas().selection().get()))
                .isEqualTo(new Selection.OfNode(last));
        window.pictures("timeline-selected");
    }

    @Test
    void a_brush_dims_cards_and_moves_none() throws Exception {
        CanvasState before = Fx.on(() -> desk.canvas().state().get());
        List<Layout.Placed> cards = before.layout().cards();
        keyboard.type(KeyCode.HOME);
        keyboard.chord(KeyCode.SHIFT, KeyCode.RIGHT);
        window.pictures("timeline-brush");

        Set<String> dimmed = Fx.on(() -> desk.times().dimmed().get());
        assertThat(dimmed).isNotEmpty().hasSizeLessThan(cards.size());
        assertThat(Fx.on(() -> ((Label) lookup("#brushed")).getText()))
                .endsWith(" of " + cards.size() + " cards");
        assertThat(Fx.on(() -> desk.canvas().state().get())).isEqualTo(before);

        keyboard.type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> desk.times().dimmed().get())).isEmpty();
    }

    @Test
    void playing_lights_the_cards_in_the_order_of_time_until_all_are_lit() throws Exception {
        keyboard.type(KeyCode.SPACE);
        int atFirst = Fx.on(() -> desk.times().dimmed().get().size());
        keyboard.type(KeyCode.SPACE);
        assertThat(Fx.on(() -> desk.timeline().playback().running().get())).isFalse();

        for (int i = 0; i < 9; i++) {
            Fx.run(() -> desk.timeline().playback().step());
        }
        window.pictures("timeline-playing");
        int later = Fx.on(() -> desk.times().dimmed().get().size());
        assertThat(later).isPositive().isLessThan(atFirst);

        keyboard.type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> desk.times().dimmed().get())).isEmpty();
    }

    @Test
    void the_timeline_folds_and_opens_by_a_key() {
        keyboard.type(KeyCode.T);
        Fx.until("it is folded", () -> !desk.timeline().open().get());
        assertThat(Fx.on(() -> lookup("#timeline").getParent().isVisible())).isFalse();
        keyboard.type(KeyCode.T);
        Fx.until("it is open", () -> desk.timeline().open().get());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Caller", "Operation", "Host", "ScriptFile", "PowerShellSession", "Command"})
    void what_is_known_of_a_node_and_its_records_are_in_the_inspector(String label)
            throws Exception {
        Fx.run(() -> {
            desk.canvas().selectNode(first(label));
            lookup("#canvas").requestFocus();
        });
        Fx.until(
                "its details are there",
                () ->
                        desk.inspector().links().get() instanceof Loadable.Ready
                                && desk.inspector().alerts().get() instanceof Loadable.Ready);
        window.pictures("details-" + label);

        keyboard.type(KeyCode.E);
        Fx.until(
                "its records are there",
                () -> desk.inspector().evidence().get() instanceof Loadable.Ready);
        Fx.settle();
        Fx.run(() -> fields().getSelectionModel().select(fields().getItems().size() / 2));
        window.pictures("evidence-" + label);

        assertThat(Fx.on(() -> fields().getItems())).isNotEmpty();
        Fx.run(() -> keyboardOnDetails());
    }

    @Test
    void the_field_that_is_chosen_is_marked_in_the_record() {
        Fx.run(() -> {
            desk.canvas().selectNode(first("ScriptFile"));
            lookup("#canvas").requestFocus();
        });
        keyboard.type(KeyCode.E);
        Fx.until(
                "its records are there",
                () -> desk.inspector().evidence().get() instanceof Loadable.Ready);
        Fx.settle();

        Fx.run(() -> {
            var field =
                    fields().getItems().stream()
                            .filter(each -> each.name().equals("FileName"))
                            .findFirst()
                            .orElseThrow();
            fields().getSelectionModel().select(field);
        });

        assertThat(Fx.on(() -> ((TextArea) lookup("#raw")).getSelectedText())).endsWith(".ps1");
        Fx.run(() -> keyboardOnDetails());
    }

    @Test
    void an_alert_on_a_node_is_chosen_from_its_details() {
        Fx.run(() -> desk.canvas().selectNode(first("Host")));
        Fx.until(
                "the alerts are there",
                () -> desk.inspector().alerts().get() instanceof Loadable.Ready);

        assertThat(Fx.on(() -> desk.inspector().alerts().get()))
                .isInstanceOfSatisfying(
                        Loadable.Ready.class,
                        ready -> assertThat((List<?>) ready.value()).isNotEmpty());
    }

    @Test
    void a_stack_and_a_line_have_details_and_records_of_their_own() throws Exception {
        Fx.run(() -> desk.canvas().select(new Selection.OfStack(stack())));
        window.pictures("details-stack");
        Fx.run(() -> desk.canvas().select(new Selection.OfLink(line("DROPPED"))));
        window.pictures("details-line");
        Fx.run(() -> lookup("#canvas").requestFocus());
        keyboard.type(KeyCode.E);
        Fx.until(
                "its records are there",
                () -> desk.inspector().evidence().get() instanceof Loadable.Ready);
        window.pictures("evidence-line");

        assertThat(Fx.on(() -> fields().getItems())).isNotEmpty();
        Fx.run(() -> keyboardOnDetails());
    }

    @Test
    void a_node_is_copied_as_kql_and_as_cypher() {
        Fx.run(() -> desk.canvas().selectNode(first("Host")));
        assertThat(copied("copy.kql")).contains("DeviceEvents", "DeviceId == ");
        assertThat(copied("copy.cypher")).contains("`Host`");
        assertThat(copied("copy.key")).startsWith("Host:");
    }

    private static String copied(String id) {
        return Fx.on(() -> {
            MenuButton copy = (MenuButton) lookup("#copy");
            copy.getItems().stream()
                    .filter(item -> id.equals(item.getId()))
                    .forEach(MenuItem::fire);
            return Clipboard.getSystemClipboard().getString();
        });
    }

    private static String stack() {
        return desk.canvas().state().get().layout().cards().stream()
                .map(placed -> placed.card())
                .filter(card -> card.isStack())
                .map(card -> card.id())
                .findFirst()
                .orElseThrow();
    }

    private static String line(String type) {
        CanvasState state = desk.canvas().state().get();
        return state.graph().relationships().stream()
                .filter(one -> one.type().equals(type))
                .map(one -> card(state, one.from()) + " " + type + " " + card(state, one.to()))
                .findFirst()
                .orElseThrow();
    }

    private static String card(CanvasState state, NodeRef ref) {
        return state.layout().cardOf(ref).orElseThrow().card().id();
    }

    private static void keyboardOnDetails() {
        ((javafx.scene.control.TabPane) lookup("#inspector")).getSelectionModel().selectFirst();
    }

    @SuppressWarnings("unchecked") // the only list of that name
    private static ListView<dev.fulgurite.investigation.EvidenceRecord.Field> fields() {
        return (ListView<dev.fulgurite.investigation.EvidenceRecord.Field>) lookup("#fields");
    }

    private static Timeline timeline() {
        return Fx.on(
                () -> ((TimelineViewModel.State.Ready) desk.timeline().state().get()).timeline());
    }

    private static NodeRef first(String label) {
        return desk.canvas().state().get().graph().nodes().stream()
                .map(dev.fulgurite.graph.model.Node::ref)
                .filter(ref -> ref.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
