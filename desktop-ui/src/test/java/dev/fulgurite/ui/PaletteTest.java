package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.alerts.QueueFilter;
import dev.fulgurite.ui.alerts.QueueOrder;
import dev.fulgurite.ui.alerts.Triage;
import dev.fulgurite.ui.canvas.CanvasAction;
import dev.fulgurite.ui.canvas.CanvasKeys;
import dev.fulgurite.ui.canvas.CanvasViewModel;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.desk.StoryTools;
import dev.fulgurite.ui.timeline.Playback;
import dev.fulgurite.ui.words.Words;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever can be done on the canvas is found in the palette, and done from there.
class PaletteTest {

    /// What needs a hand on the place, and the palette itself.
    private static final Set<String> BY_HAND =
            Set.of(
                    "search",
                    "mark",
                    "select",
                    "many",
                    "pan",
                    "drag",
                    "brush",
                    "rule",
                    "query.run",
                    "query.complete");

    /// What there is only for things that are there, found once something is typed.
    private static final Set<String> OF_NOW =
            Set.of(
                    "kind.of",
                    "tag.word",
                    "untag",
                    "next",
                    "paths.over",
                    "paths.without",
                    "queue.rule");

    /// Of everything that the code of the canvas and of the queue can do, the action that does it;
    /// `""` where the palette has it among what it finds, or where it is part of another.
    private static final Map<Class<?>, Map<String, String>> DONE_BY =
            Map.of(
                    SelectionActions.class,
                    named(
                            "hide hide",
                            "showHidden unhide",
                            "unfoldAll unfold",
                            "pin pin",
                            "tag tag",
                            "untag untag",
                            "note note",
                            "group group",
                            "ungroup ungroup",
                            "fold fold",
                            "select kind.of",
                            "selectKind kind",
                            "selectAll all",
                            "toggle many",
                            "layOut flow"),
                    Triage.class,
                    named(
                            "claim queue.claim",
                            "note queue.note",
                            "close queue.close",
                            "reopen queue.reopen",
                            "suppress queue.suppress",
                            "undo queue.undo"),
                    AlertsViewModel.class,
                    named(
                            "filter queue.filter",
                            "sort queue.order.newest",
                            "group queue.group",
                            "fold mark",
                            "mark mark",
                            "open search",
                            "choose search",
                            "read refresh",
                            "refresh refresh",
                            "tellNews refresh",
                            "showBlind page.detections",
                            "forget page.files"),
                    StoryTools.class,
                    named("why why", "putAway why", "formats export", "export export"),
                    Playback.class,
                    named("toggle play", "step event.next"),
                    CanvasKeys.Around.class,
                    named(
                            "walkOn walk",
                            "menu menu",
                            "clicked select",
                            "escape clear",
                            "askTag tag",
                            "askNote note",
                            "find find",
                            "copy copy"));

    private static final Map<String, String> OF_ACTIONS =
            named(
                    "Bring search",
                    "BringNext next",
                    "WalkOn walk",
                    "Move drag",
                    "Pin pin",
                    "Unpin pin",
                    "Hide hide",
                    "Unhide unhide",
                    "Tag tag",
                    "Untag untag",
                    "Note note",
                    "Group group",
                    "Ungroup ungroup",
                    "Fold fold",
                    "Unfold unfold",
                    "Relayout force");

    private static final Map<String, String> OF_MENU =
            named(
                    "paths paths",
                    "paths.two paths.two",
                    "paths.types paths.without",
                    "paths.any paths.any",
                    "pivot walk",
                    "pivot.which walk",
                    "counting walk",
                    "fold fold",
                    "unfold fold",
                    "unfold.all unfold",
                    "pin pin",
                    "unpin pin",
                    "hide hide",
                    "unhide unhide",
                    "tags tag",
                    "tag tag",
                    "tag.word tag.word",
                    "untag untag",
                    "note note",
                    "group group",
                    "ungroup ungroup",
                    "copy copy",
                    "kind kind",
                    "flow flow",
                    "force force",
                    "all all",
                    "find find");

    @TempDir static Path folder;
    private static SampleWindow window;
    private static CanvasViewModel canvas;
    private static Keyboard keyboard;

    private static Map<String, String> named(String... pairs) {
        return Arrays.stream(pairs)
                .map(pair -> pair.split(" ", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

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
        Fx.run(() -> window.model.visit("alerts"));
        window.beginCanvasAnew();
    }

    @Test
    void all_that_has_words_is_offered_but_for_what_needs_a_hand() {
        Set<String> ids = words("action.");
        ids.removeIf(id -> id.endsWith(".key"));
        assertThat(ids).containsAll(BY_HAND).containsAll(OF_NOW);
        ids.removeAll(BY_HAND);
        ids.removeAll(OF_NOW);
        palette("");

        Set<String> titles = titles();
        assertThat(titles).containsAll(ids.stream().map(id -> Words.of("action." + id)).toList());
        BY_HAND.forEach(id -> assertThat(titles).doesNotContain(Words.of("action." + id)));
        keyboard.type(KeyCode.ESCAPE);
    }

    @Test
    void every_action_of_the_canvas_has_words_in_the_palette() {
        assertThat(OF_ACTIONS.keySet())
                .isEqualTo(
                        Arrays.stream(CanvasAction.class.getPermittedSubclasses())
                                .map(Class::getSimpleName)
                                .collect(Collectors.toSet()));
        DONE_BY.forEach(
                (type, by) -> assertThat(by.keySet()).as("%s", type).isEqualTo(doings(type)));
        assertThat(OF_MENU.keySet()).isEqualTo(words("menu."));

        Stream.concat(Stream.of(OF_ACTIONS, OF_MENU), DONE_BY.values().stream())
                .flatMap(by -> by.values().stream())
                .forEach(id -> assertThat(words("action.")).contains(id));
    }

    @Test
    void every_reason_order_and_key_of_the_queue_has_words_in_the_palette() {
        Set<String> ids = words("action.");

        for (ClosingReason reason : ClosingReason.values()) {
            assertThat(ids).contains("queue.close." + reason.name().toLowerCase(Locale.ROOT));
        }
        for (QueueOrder order : QueueOrder.values()) {
            assertThat(ids).contains("queue.order." + order.name().toLowerCase(Locale.ROOT));
        }
        Set<String> letters =
                words("triage.").stream()
                        .filter(key -> key.endsWith(".tip"))
                        .map(key -> "queue." + key.replace(".tip", ""))
                        .collect(Collectors.toSet());
        assertThat(letters).isNotEmpty();
        assertThat(ids).containsAll(letters);
    }

    private static Set<String> doings(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> method.getReturnType() == void.class)
                .map(method -> method.getName())
                .collect(Collectors.toSet());
    }

    @Test
    void what_is_found_is_done_on_the_canvas() throws Exception {
        String before = digest();
        select("Host");
        run("hide what");
        assertThat(Fx.on(canvas::status)).contains("1 hidden");
        assertThat(Fx.on(() -> lookup("#canvas").isFocused())).isTrue();
        run("show all hidden");
        assertThat(digest()).isEqualTo(before);

        run("hangs together");
        assertThat(digest()).isNotEqualTo(before);
        run("undo");
        assertThat(digest()).isEqualTo(before);

        select("Host");
        run("tag what");
        Fx.until("a tag is asked for", () -> lookup("#canvas-prompt").isVisible());
        keyboard.type(KeyCode.ESCAPE);
    }

    @Test
    void what_is_there_now_is_offered_by_name() throws Exception {
        Set<NodeRef> some = Set.of(select("Host"));
        Fx.run(() -> canvas.act(new CanvasAction.Tag(some, "patient zero")));
        run("take off zero");
        assertThat(Fx.on(() -> canvas.state().get().marks().tags())).isEmpty();

        palette("select all");
        window.pictures("palette-kinds");
        keyboard.type(KeyCode.ESCAPE);
        run("select all commands");
        assertThat(Fx.on(canvas::selectedNodes))
                .isNotEmpty()
                .allMatch(node -> node.label().equals("Command"));

        run("keep paths off invoked");
        assertThat(typed("paths invoked")).containsExactly("Let paths go over INVOKED");
        run("over any");
    }

    @Test
    void what_is_found_is_done_on_the_queue() throws Exception {
        AlertsViewModel queue = window.model.desk().alerts();
        String chosen = Fx.on(() -> queue.chosen().get());
        Fx.run(() -> queue.mark(List.of(chosen)));
        run("close chosen benign");
        Fx.until("it is closed", () -> status(queue, chosen) == AlertStatus.CLOSED);
        run("queue take back");
        Fx.until("it is open again", () -> status(queue, chosen) == AlertStatus.OPEN);

        run("sort alerts newest");
        assertThat(Fx.on(() -> queue.order().get())).isEqualTo(QueueOrder.NEWEST);
        palette("show alerts");
        window.pictures("palette-queue");
        keyboard.type(KeyCode.ESCAPE);
        run("show open alerts of remote-powershell-session");
        assertThat(Fx.on(queue::rows))
                .isNotEmpty()
                .allMatch(row -> row.rule().equals("remote-powershell-session"));
        run("show open alerts no other filter");
        run("sort alerts most urgent");
        assertThat(Fx.on(() -> queue.filter().get())).isEqualTo(QueueFilter.OPEN);

        Fx.run(() -> queue.mark(List.of()));
        run("claim the chosen");
        assertThat(Fx.on(() -> canvas.said().get())).isEqualTo("Choose an alert first");
        Fx.run(() -> queue.mark(List.of(chosen)));
    }

    private static AlertStatus status(AlertsViewModel queue, String alert) {
        return queue.alert(alert).orElseThrow().status();
    }

    @Test
    void what_needs_a_card_says_so() {
        run("fold what hangs");
        assertThat(Fx.on(() -> canvas.said().get())).isEqualTo("Select one card first");
        run("paths between two");
        assertThat(Fx.on(() -> canvas.said().get())).isEqualTo("Select two cards first");
    }

    @Test
    void what_is_for_the_canvas_leads_there_from_another_page() {
        Fx.run(() -> window.model.visit("query"));
        run("select all cards");

        assertThat(Fx.on(() -> lookup("#canvas").isFocused())).isTrue();
        int all = Fx.on(() -> canvas.state().get().layout().cards().size());
        assertThat(Fx.on(canvas::selectedCards)).hasSize(all);
    }

    @Test
    void a_rectangle_is_drawn_with_the_mouse_alone() {
        run("rectangle");
        var bounds =
                Fx.on(() -> lookup("#canvas").localToScreen(lookup("#canvas").getLayoutBounds()));
        keyboard.drag(
                bounds.getMinX() + 6,
                bounds.getMinY() + 130,
                bounds.getMaxX() - 20,
                bounds.getMaxY() - 20);
        Fx.until("cards are selected", () -> canvas.selectedCards().size() > 1);
        assertThat(Fx.on(() -> lookup("#canvas-prompt").isVisible())).isFalse();

        String selected = Fx.on(() -> canvas.selection().get().toString());
        keyboard.drag(
                bounds.getMinX() + 6,
                bounds.getMinY() + 130,
                bounds.getMinX() + 26,
                bounds.getMinY() + 150);
        assertThat(Fx.on(() -> canvas.selection().get().toString())).isEqualTo(selected);
    }

    private static void palette(String text) {
        keyboard.chord(KeyCode.CONTROL, KeyCode.K);
        Fx.run(() -> ((TextField) lookup("#palette-field")).setText(text));
    }

    private static Set<String> typed(String text) {
        palette(text);
        Set<String> titles = titles();
        keyboard.type(KeyCode.ESCAPE);
        return titles;
    }

    /// Types words and chooses what has them all.
    private static void run(String text) {
        palette(text);
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split(" ", -1));
        Fx.run(() -> {
            ListView<?> list = (ListView<?>) lookup("#palette-list");
            for (int i = 0; i < list.getItems().size(); i++) {
                String title = title(list.getItems().get(i)).toLowerCase(Locale.ROOT);
                if (words.stream().allMatch(title::contains)) {
                    list.getSelectionModel().select(i);
                    return;
                }
            }
            throw new AssertionError(text + " is not offered: " + list.getItems());
        });
        keyboard.type(KeyCode.ENTER);
        assertThat(Fx.on(() -> lookup("#palette") == null)).isTrue();
    }

    private static Set<String> titles() {
        return Fx.on(() ->
                ((ListView<?>) lookup("#palette-list"))
                        .getItems().stream()
                                .map(PaletteTest::title)
                                .filter(title -> !title.isEmpty())
                                .collect(Collectors.toSet()));
    }

    /// A choice is told as `Choice[…, title=…, detail=…`.
    private static String title(Object entry) {
        String told = entry.toString();
        int from = told.indexOf("title=");
        return from < 0 ? "" : told.substring(from + 6, told.indexOf(", detail=", from));
    }

    private static Set<String> words(String prefix) {
        Set<String> keys =
                new HashSet<>(ResourceBundle.getBundle("dev.fulgurite.ui.words.words").keySet());
        return keys.stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private static NodeRef select(String label) {
        return Fx.on(() -> {
            NodeRef node =
                    canvas.state().get().graph().nodes().stream()
                            .map(dev.fulgurite.graph.model.Node::ref)
                            .filter(ref -> ref.label().equals(label))
                            .findFirst()
                            .orElseThrow();
            canvas.selectNode(node);
            return node;
        });
    }

    private static String digest() {
        return Fx.on(() -> canvas.state().get().digest());
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
