package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.ui.canvas.CanvasView;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.Marks;
import dev.fulgurite.ui.canvas.Selection;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.timeline.Span;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Work on the canvas of the real window, by keyboard and mouse.
class CanvasWorkTest {

    @TempDir static Path folder;
    private static SampleWindow window;
    private static CanvasViewModel canvas;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("contoso-incident"));
        canvas = window.model.desk().canvas();
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @BeforeEach
    void beginAnew() {
        choose(0);
        window.beginCanvasAnew();
        focus("#canvas");
        keyboard.type(KeyCode.F);
    }

    @Test
    void what_is_hidden_is_counted_and_comes_back() throws Exception {
        String before = digest();
        select("Host");

        keyboard.type(KeyCode.DELETE);
        assertThat(Fx.on(canvas::status)).contains("1 hidden");
        window.picture("hidden");
        keyboard.chord(KeyCode.SHIFT, KeyCode.H);

        assertThat(Fx.on(canvas::status)).contains("nothing hidden");
        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void tags_notes_and_pins_show_on_the_cards() throws Exception {
        select("Host");
        keyboard.type(KeyCode.L);
        type("patient zero");
        window.picture("tag-asked");
        keyboard.type(KeyCode.ENTER);
        keyboard.type(KeyCode.N);
        type("ask ana");
        keyboard.type(KeyCode.ENTER);
        keyboard.type(KeyCode.P);
        window.pictures("tags");
        keyboard.type(KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS);
        window.pictures("tags-near");

        Marks marks = Fx.on(() -> canvas.state().get().marks());
        assertThat(marks.tagsOf(node("Host"))).containsExactly("patient zero");
        assertThat(marks.noteOf(node("Host"))).isEqualTo("ask ana");
        assertThat(marks.pinned()).contains(node("Host"));
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Fx.on(() -> canvas.state().get().marks())).isEqualTo(Marks.NONE);
    }

    /// Each further list would be filled anew with every node that is chosen after it.
    @Test
    void one_list_of_ways_on_serves_all_nodes_that_are_chosen() {
        select("Host");
        Node ways = ways();

        select("Caller");

        assertThat(ways()).isSameAs(ways);
    }

    private static Node ways() {
        Fx.settle();
        Scene scene = window.scene();
        return Fx.on(() ->
                scene.getRoot().lookupAll(".section").stream()
                        .filter(section -> "inspector.pivots".equals(section.getId()))
                        .findFirst()
                        .orElseThrow());
    }

    /// JavaFX never gives back what it keeps of the pixels of one: it was most of a megabyte with
    /// each alert that was looked at.
    @Test
    void one_scroll_pane_serves_the_stories_of_all_alerts() {
        Node pane = storyPane();

        choose(1);

        assertThat(storyPane()).isSameAs(pane);
    }

    private static Node storyPane() {
        Fx.run(() -> canvas.select(Selection.NOTHING));
        Fx.settle();
        Scene scene = window.scene();
        return Fx.on(() -> {
            Node shown = scene.getRoot().lookup(".story");
            while (!(shown instanceof ScrollPane)) {
                shown = shown.getParent();
            }
            return shown;
        });
    }

    @Test
    void a_tag_stands_on_every_canvas_with_its_node_and_goes_everywhere_when_undone()
            throws Exception {
        NodeRef mallory = node("Caller");
        String first = Fx.on(() -> canvas.shownStory().get());
        select("Caller");
        keyboard.type(KeyCode.L);
        type("suspect");
        keyboard.type(KeyCode.ENTER, KeyCode.N);
        type("ask hr");
        keyboard.type(KeyCode.ENTER);

        chooseAnotherWith(mallory);
        assertThat(Fx.on(() -> canvas.canUndo())).isFalse();
        select("Caller");
        Fx.until("the inspector tells the tag", () -> texts().contains("suspect"));
        window.pictures("tag-on-another-canvas");
        assertThat(Fx.on(CanvasWorkTest::texts)).contains("ask hr");

        Fx.run(() -> window.model.desk().alerts().choose(first));
        Fx.until("the first is back", () -> canvas.shownStory().get().equals(first));
        focus("#canvas");
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        chooseAnotherWith(mallory);

        assertThat(Fx.on(() -> canvas.state().get().marks())).isEqualTo(Marks.NONE);
    }

    /// Another alert whose canvas has a node.
    private static void chooseAnotherWith(NodeRef node) {
        String here = Fx.on(() -> canvas.shownStory().get());
        int count = Fx.on(() -> window.model.desk().alerts().rows().size());
        for (int i = 0; i < count; i++) {
            choose(i);
            boolean has =
                    Fx.on(() -> canvas.state().get().layout().cardOf(node).isPresent())
                            && !Fx.on(() -> canvas.shownStory().get()).equals(here);
            if (has) {
                return;
            }
        }
        throw new AssertionError("no other alert has " + node);
    }

    private static List<String> texts() {
        return lookup("#inspector").getParent().lookupAll(".label").stream()
                .map(label -> ((Label) label).getText())
                .toList();
    }

    @Test
    void the_menu_lists_ways_on_first_and_then_what_can_be_done() throws Exception {
        select("Host");
        keyboard.type(KeyCode.M);
        Fx.until(
                "the ways on are counted",
                () -> words().stream().noneMatch(w -> w.contains("…") && w.contains("Counting")));

        List<String> words = Fx.on(CanvasWorkTest::words);
        assertThat(words.getFirst()).containsPattern("\\d");
        assertThat(words).anyMatch(w -> w.contains("in this hour"));
        assertThat(words).anyMatch(w -> w.startsWith("Find paths to"));
        assertThat(words).anyMatch(w -> w.startsWith("Hide"));
        menuPicture("menu");
        keyboard.type(KeyCode.ESCAPE);
    }

    @Test
    void while_time_is_brushed_the_menu_counts_what_is_in_it() throws Exception {
        select("Host");
        Bounds plot =
                Fx.on(() ->
                        lookup("#timeline").localToScreen(lookup("#timeline").getLayoutBounds()));
        double y = plot.getCenterY() + plot.getHeight() / 4;
        keyboard.drag(plot.getMinX() + plot.getWidth() / 4, y, plot.getMaxX() - 10, y);

        assertThat(waysOn())
                .noneMatch(w -> w.contains("hour"))
                .anyMatch(w -> w.matches(".* \\d+, \\d+ in the brushed time.*"));
        menuPicture("menu-brushed");
        keyboard.type(KeyCode.ESCAPE);
        assertThat(Fx.on(CanvasWorkTest::texts)).anyMatch(w -> w.contains("in the brushed time"));
        window.pictures("ways-on-brushed");

        Fx.run(() -> window.model.desk().timeline().brush(new Span(0, 1)));
        assertThat(waysOn()).anyMatch(w -> w.endsWith("none in the brushed time"));
        keyboard.type(KeyCode.ESCAPE);

        Fx.run(() -> window.model.desk().timeline().clearBrush());
        assertThat(waysOn()).anyMatch(w -> w.contains("in this hour"));
        keyboard.type(KeyCode.ESCAPE);
    }

    /// What the menu of the selected card says, once it has counted.
    private static List<String> waysOn() {
        focus("#canvas");
        keyboard.type(KeyCode.M);
        Fx.until(
                "the ways on are counted",
                () -> words().stream().noneMatch(w -> w.contains("Counting")));
        return Fx.on(CanvasWorkTest::words);
    }

    @Test
    void the_ground_has_layouts_that_undo() throws Exception {
        String before = digest();
        run("Lay out by what hangs together");
        window.pictures("laid-out-by-force");
        assertThat(digest()).isNotEqualTo(before);

        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);

        assertThat(digest()).isEqualTo(before);
    }

    @Test
    void everything_of_a_kind_is_selected_and_grouped() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.A);
        window.pictures("all-selected");
        int all = Fx.on(() -> canvas.state().get().layout().cards().size());
        assertThat(Fx.on(() -> canvas.selectedCards())).hasSize(all);

        keyboard.type(KeyCode.G);
        int grouped = Fx.on(() -> canvas.state().get().layout().cards().size());
        window.pictures("grouped");

        assertThat(grouped).isLessThan(all);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        assertThat(Fx.on(() -> canvas.state().get().layout().cards().size())).isEqualTo(all);
    }

    @Test
    void what_hangs_on_a_card_alone_folds_behind_it() throws Exception {
        select("PowerShellSession");
        int before = Fx.on(() -> canvas.state().get().shown());
        keyboard.type(KeyCode.C);
        window.picture("folded");
        int folded = Fx.on(() -> canvas.state().get().shown());
        keyboard.type(KeyCode.C);

        assertThat(folded).isLessThan(before);
        assertThat(Fx.on(() -> canvas.state().get().shown())).isEqualTo(before);
    }

    @Test
    void the_line_below_tells_hidden_from_folded_and_brings_each_back() throws Exception {
        String before = digest();
        select("IpAddress");
        keyboard.type(KeyCode.DELETE);
        select("PowerShellSession");
        keyboard.type(KeyCode.C);
        Fx.until("both are told", () -> shown("#show-hidden") && shown("#unfold-all"));
        window.pictures("hidden-and-folded");
        assertThat(Fx.on(() -> ((Label) lookup("#shown")).getText()))
                .containsPattern("\\d hidden · \\d+ folded");

        Fx.run(() -> ((Button) lookup("#unfold-all")).fire());
        assertThat(Fx.on(() -> shown("#show-hidden") && !shown("#unfold-all"))).isTrue();
        Fx.run(() -> ((Button) lookup("#show-hidden")).fire());

        assertThat(Fx.on(() -> shown("#show-hidden"))).isFalse();
        assertThat(digest()).isEqualTo(before);
    }

    private static boolean shown(String id) {
        return lookup(id).isVisible();
    }

    @Test
    void finding_on_the_canvas_steps_through_the_cards() throws Exception {
        keyboard.chord(KeyCode.CONTROL, KeyCode.F);
        type("host");
        keyboard.type(KeyCode.ENTER);
        window.pictures("find");
        Selection first = Fx.on(() -> canvas.selection().get());
        keyboard.type(KeyCode.ESCAPE);

        assertThat(first).isInstanceOf(Selection.OfNode.class);
        assertThat(Fx.on(() -> lookup("#canvas").isFocused())).isTrue();
    }

    @Test
    void a_rectangle_selects_what_it_touches() throws Exception {
        var bounds =
                Fx.on(() -> lookup("#canvas").localToScene(lookup("#canvas").getLayoutBounds()));
        Keyboard.lasso(
                Fx.on(() -> lookup("#canvas")),
                bounds.getMinX() + 6,
                bounds.getMinY() + 60,
                bounds.getMaxX() - 200,
                bounds.getMaxY() - 20,
                () -> window.pictures("lasso"));

        assertThat(Fx.on(() -> canvas.selectedCards().size())).isGreaterThan(1);
    }

    @Test
    void a_click_with_shift_adds_a_card_and_dragging_one_moves_both() throws Exception {
        select("Host");
        String one = Fx.on(() -> canvas.selectedCards().iterator().next());
        Placed other = placed("Operation");
        Placed third = placed("ScriptFile");
        Placed before = Fx.on(() -> canvas.state().get().layout().card(one).orElseThrow());
        String digest = digest();
        Point2D there = Fx.on(() -> view().localToScene(view().middle(other)));
        Keyboard.clickHolding(
                Fx.on(CanvasWorkTest::view), there.getX(), there.getY(), KeyCode.SHIFT);
        assertThat(Fx.on(canvas::selectedCards)).containsExactlyInAnyOrder(one, other.card().id());

        Point2D from = Fx.on(() -> view().localToScreen(view().middle(before)));
        keyboard.drag(from.getX(), from.getY(), from.getX() + 40, from.getY() + 60);
        window.pictures("dragged-together");

        Placed moved = Fx.on(() -> canvas.state().get().layout().card(one).orElseThrow());
        Placed along = placed("Operation");
        assertThat(moved.x()).isGreaterThan(before.x());
        assertThat(along.x() - other.x()).isCloseTo(moved.x() - before.x(), within(0.01));
        assertThat(along.y() - other.y()).isCloseTo(moved.y() - before.y(), within(0.01));
        assertThat(placed("ScriptFile")).isEqualTo(third);
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        assertThat(digest()).isEqualTo(digest);
    }

    private static CanvasView view() {
        return (CanvasView) lookup("#canvas");
    }

    private static Placed placed(String label) {
        NodeRef node = node(label);
        return Fx.on(() -> canvas.state().get().layout().cardOf(node).orElseThrow());
    }

    @Test
    void a_value_is_copied() {
        select("IpAddress");
        keyboard.chord(KeyCode.CONTROL, KeyCode.C);

        assertThat(Fx.on(() -> Clipboard.getSystemClipboard().getString())).isNotEmpty();
        assertThat(Fx.on(() -> canvas.said().get())).contains("copied");
    }

    @Test
    void the_shortest_paths_between_two_cards_are_brought() throws Exception {
        NodeRef from = node("Caller");
        NodeRef to = node("Command");
        Fx.run(() -> window.model.desk().walks().paths(from, to));
        Fx.until("paths are told", () -> canvas.said().get().contains("shortest path"));
        window.picture("paths");

        assertThat(Fx.on(() -> canvas.selectedNodes())).contains(from, to);
    }

    @Test
    void paths_go_over_the_chosen_types_of_relationship_alone() throws Exception {
        NodeRef from = node("Caller");
        NodeRef to = node("Command");
        select("Caller");
        keyboard.type(KeyCode.M);
        menuPicture("menu-paths");
        Fx.run(() -> {
            CheckMenuItem invoked = (CheckMenuItem) pathType("INVOKED");
            invoked.setSelected(false);
            invoked.fire();
        });
        Fx.run(() -> menu().hide());

        assertThat(pathsSaid(from, to)).endsWith("without INVOKED");

        keyboard.type(KeyCode.M);
        Fx.run(() -> {
            assertThat(((CheckMenuItem) pathType("INVOKED")).isSelected()).isFalse();
            pathType("Any relationship").fire();
            menu().hide();
        });
        assertThat(pathsSaid(from, to)).contains("shortest path").doesNotContain("without");
    }

    private static MenuItem pathType(String name) {
        Menu types =
                (Menu)
                        menu().getItems().stream()
                                .filter(item -> "Paths go over".equals(item.getText()))
                                .findFirst()
                                .orElseThrow();
        return types.getItems().stream()
                .filter(item -> name.equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static String pathsSaid(NodeRef from, NodeRef to) {
        Fx.run(() -> {
            canvas.say("");
            window.model.desk().walks().paths(from, to);
        });
        Fx.until("paths are told", () -> !canvas.said().get().isEmpty());
        return Fx.on(() -> canvas.said().get());
    }

    @Test
    void back_goes_to_the_alert_and_the_card_that_was_looked_at() {
        select("Host");
        Selection host = Fx.on(() -> canvas.selection().get());
        String first = Fx.on(() -> canvas.shownStory().get());
        choose(1);

        keyboard.chord(KeyCode.ALT, KeyCode.LEFT);

        Fx.until("the first alert is back", () -> canvas.shownStory().get().equals(first));
        Fx.until("its host is selected", () -> canvas.selection().get().equals(host));
        keyboard.chord(KeyCode.ALT, KeyCode.RIGHT);
        Fx.until("the second is back", () -> !canvas.shownStory().get().equals(first));
    }

    @Test
    void the_canvas_survives_closing_and_opening() {
        Path own = folder.resolve("kept");
        String left;
        try (SampleWindow first = SampleWindow.open(own)) {
            CanvasViewModel there = first.model.desk().canvas();
            Fx.run(() -> {
                there.selectNode(there.state().get().graph().nodes().getFirst().ref());
                var some = new SelectionActions(there);
                some.tag("seen");
                some.pin();
                some.hide();
            });
            left = Fx.on(() -> there.state().get().digest());
        }

        try (SampleWindow again = SampleWindow.on(GraphSource.of(new GraphLocation.Folder(own)))) {
            Fx.until("the story is told", () -> again.model.desk().story().get() != null);
            assertThat(Fx.on(() -> again.model.desk().canvas().state().get().digest()))
                    .isEqualTo(left);
        }
    }

    private static void choose(int row) {
        Fx.run(() -> {
            var alerts = window.model.desk().alerts();
            alerts.choose(alerts.rows().get(row).id());
        });
        Fx.until(
                "the alert is told",
                () -> {
                    var story = window.model.desk().story().get();
                    return story != null
                            && story.alert()
                                    .id()
                                    .equals(window.model.desk().alerts().chosen().get())
                            && canvas.shownStory().get().equals(story.alert().id());
                });
    }

    private static NodeRef node(String label) {
        return Fx.on(() ->
                canvas.state().get().graph().nodes().stream()
                        .map(dev.fulgurite.graph.model.Node::ref)
                        .filter(ref -> ref.label().equals(label))
                        .findFirst()
                        .orElseThrow());
    }

    private static void select(String label) {
        NodeRef wanted = node(label);
        Fx.run(() -> canvas.selectNode(wanted));
        focus("#canvas");
    }

    private static String digest() {
        return Fx.on(() -> canvas.state().get().digest());
    }

    private static void type(String words) {
        for (char letter : words.toCharArray()) {
            keyboard.type(
                    letter == ' '
                            ? KeyCode.SPACE
                            : KeyCode.getKeyCode(String.valueOf(Character.toUpperCase(letter))));
        }
    }

    private static ContextMenu menu() {
        return Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words() {
        return menu().getItems().stream()
                .map(MenuItem::getText)
                .map(text -> text == null ? "" : text)
                .collect(Collectors.toList());
    }

    private static void run(String item) {
        keyboard.type(KeyCode.M);
        Fx.run(() ->
                menu().getItems().stream()
                        .filter(one -> item.equals(one.getText()))
                        .findFirst()
                        .orElseThrow()
                        .fire());
        Fx.run(() -> menu().hide());
    }

    private static void menuPicture(String name) throws Exception {
        Fx.settle();
        Fx.picture(Fx.on(() -> menu().getScene()), Path.of("target", "pictures", name + ".png"));
    }

    private static void focus(String id) {
        Fx.run(() -> lookup(id).requestFocus());
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
