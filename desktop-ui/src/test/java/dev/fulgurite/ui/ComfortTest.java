package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.ui.memory.Memory;
import dev.fulgurite.ui.shell.GraphSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Cell;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What makes the window bearable for hours: by keyboard, for a screen reader, in large letters, as
/// it was left. The first test takes the tour, so that the others have it behind them.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComfortTest {

    private static final int MOST_STOPS = 150;

    @TempDir static Path folder;
    private static Memory memory;
    private static SampleWindow window;
    private static Keyboard keyboard;
    private static List<String> pages;

    @BeforeAll
    static void open() {
        SampleWindow.made(folder.resolve("incident"));
        memory = Memory.in(folder.resolve("data"));
        window = reopened();
        Fx.until("the first story is told", () -> window.model.desk().story().get() != null);
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
        memory.close();
    }

    /// The window as it opens when it was closed before. The first showing of its page lays out and
    /// styles all of it.
    private static SampleWindow reopened() {
        GraphSource folderOfIt =
                GraphSource.of(new GraphLocation.Folder(folder.resolve("incident")));
        SampleWindow next =
                SampleWindow.on(
                        new GraphSource("the incident", null, true, null, folderOfIt.open()),
                        memory,
                        SampleWindow.NOBODY);
        next.untilReady();
        return next;
    }

    @Test
    @Order(1)
    void the_tour_of_the_sample_is_taken_by_keyboard_once() throws IOException {
        assertThat(lookup("#tour")).isNotNull();
        window.pictures("tour");
        keyboard.type(KeyCode.ENTER, KeyCode.RIGHT, KeyCode.LEFT);
        window.picture("tour-2");
        keyboard.type(KeyCode.RIGHT, KeyCode.ENTER, KeyCode.ENTER, KeyCode.ENTER);
        assertThat(lookup("#tour")).isNull();
        assertThat(Fx.on(() -> window.stage.getScene().getFocusOwner())).isNotNull();
    }

    @Test
    @Order(2)
    void letters_grow_and_shrink_for_the_whole_window() throws IOException {
        double usual = Fx.on(() -> height("#story"));
        for (int i = 0; i < 3; i++) {
            Fx.unwatched(() -> {
                keyboard.chord(KeyCode.CONTROL, KeyCode.EQUALS);
                return true;
            });
        }
        window.pictures("letters-150");
        assertThat(Fx.on(() -> height("#story"))).isGreaterThan(usual);
        assertThat(memory.recall("window.letters", Double.class, 1.0)).isEqualTo(1.5);
        go("files");
        window.picture("letters-150-files");
        go("alerts");
        Fx.unwatched(() -> {
            keyboard.chord(KeyCode.CONTROL, KeyCode.DIGIT0);
            return true;
        });
        assertThat(Fx.on(() -> height("#story"))).isEqualTo(usual);
    }

    @ParameterizedTest
    @Order(3)
    @MethodSource("pages")
    void every_control_of_a_page_has_a_name(String page) {
        go(page);
        List<String> nameless =
                Fx.on(() ->
                        controls().stream()
                                .filter(control -> !isNamed(control))
                                .map(Objects::toString)
                                .toList());
        assertThat(nameless).isEmpty();
    }

    @ParameterizedTest
    @Order(4)
    @MethodSource("pages")
    void tab_reaches_every_control_of_a_page(String page) {
        go(page);
        Set<Node> reached = new LinkedHashSet<>();
        for (int i = 0; i < MOST_STOPS; i++) {
            Node owner = Fx.on(() -> window.stage.getScene().getFocusOwner());
            if (!reached.add(owner) && i > 2 && reached.iterator().next().equals(owner)) {
                break;
            }
            if (owner instanceof TextArea || owner instanceof CodeArea) {
                keyboard.chord(KeyCode.CONTROL, KeyCode.TAB);
            } else {
                keyboard.type(KeyCode.TAB);
            }
        }
        List<String> unreached =
                Fx.on(() ->
                        controls().stream()
                                .filter(control -> !reached.contains(control))
                                .filter(control -> !(control instanceof ToggleButton))
                                .map(Objects::toString)
                                .toList());
        assertThat(unreached).isEmpty();
    }

    @Test
    @Order(5)
    void the_window_opens_as_it_was_left() {
        go("alerts");
        Fx.settle();
        Fx.run(() -> ((SplitPane) find(".split-pane")).setDividerPositions(0.3, 0.7));
        Fx.settle();
        go("files");
        window.close();

        window = reopened();

        assertThat(Fx.on(() -> ((ToggleButton) find("#page-files")).isSelected())).isTrue();
        assertThat(lookup("#tour")).isNull();
        go("alerts");
        Fx.settle();
        assertThat(Fx.on(() -> ((SplitPane) find(".split-pane")).getDividerPositions()[0]))
                .isBetween(0.28, 0.32);
    }

    private static List<String> pages() {
        if (pages == null) {
            pages =
                    Fx.on(() ->
                            window.stage.getScene().getRoot().lookupAll(".rail-page").stream()
                                    .map(Node::getId)
                                    .map(id -> id.substring("page-".length()))
                                    .toList());
        }
        return pages;
    }

    private static void go(String page) {
        // The first showing of a page lays out and styles all of it.
        Fx.unwatched(() -> {
            Fx.run(() -> ((ToggleButton) find("#page-" + page)).fire());
            return true;
        });
    }

    /// What the keyboard can be on, without the cells and parts of larger controls.
    private static List<Control> controls() {
        List<Control> all = new ArrayList<>();
        collect(window.stage.getScene().getRoot(), all);
        return all;
    }

    private static void collect(Node node, List<Control> all) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        if (node instanceof Control control && control.isFocusTraversable()) {
            all.add(control);
        }
        boolean whole = node instanceof Cell || node instanceof Control && !holdsControls(node);
        if (!whole && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    private static boolean holdsControls(Node node) {
        return node instanceof SplitPane
                || node instanceof ScrollPane
                || node instanceof TabPane
                || node instanceof TitledPane;
    }

    private static boolean isNamed(Control control) {
        String spoken = control.getAccessibleText();
        boolean text =
                control instanceof Labeled labeled
                        && labeled.getText() != null
                        && !labeled.getText().isBlank();
        boolean labelled =
                window.stage.getScene().getRoot().lookupAll(".label").stream()
                        .anyMatch(label -> ((Label) label).getLabelFor() == control);
        boolean named = spoken != null && !spoken.isBlank() || text || labelled;
        return named || control.getTooltip() != null || control instanceof ScrollPane;
    }

    private static double height(String selector) {
        return find(selector).getLayoutBounds().getHeight();
    }

    private static Node lookup(String selector) {
        return Fx.on(() -> window.stage.getScene().lookup(selector));
    }

    private static Node find(String selector) {
        return window.stage.getScene().lookup(selector);
    }
}
