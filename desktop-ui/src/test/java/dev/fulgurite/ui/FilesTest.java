package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.RejectedRecord;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.files.FilesViewModel;
import dev.fulgurite.ui.files.ImportState;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// Evidence files from the drop on the window to the ledger and back out again, in one window: each
/// test goes on where the one before ended.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FilesTest {

    private static final Path INCIDENT =
            Path.of("..", "samples", "incident").toAbsolutePath().normalize();

    @TempDir static Path folder;
    private static SampleWindow window;
    private static FilesViewModel files;
    private static Keyboard keyboard;
    private static Path broken;

    @BeforeAll
    static void open() throws IOException {
        broken =
                Files.writeString(
                        folder.resolve("exported-twice.jsonl"),
                        "{\"Timestamp\":\"2026-11-18T20:31:00Z\",\"DeviceId\":\"d1\",\n"
                                + "{\"Timestamp\":\"yesterday\",\"DeviceId\":\"d1\","
                                + "\"DeviceName\":\"h1\",\"ActionType\":\"LogonSuccess\","
                                + "\"AccountName\":\"ann\",\"LogonType\":\"Network\","
                                + "\"ReportId\":7}\n");
        window = SampleWindow.on(GraphSource.of(new GraphLocation.Folder(folder.resolve("g"))));
        files = window.model.files();
        keyboard = new Keyboard();
        Fx.until(
                "the empty graph is open",
                () -> window.model.state().get() instanceof ShellState.NoEvidence);
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @Test
    @Order(1)
    void what_is_dragged_over_the_window_shows_where_to_drop_it() throws IOException {
        ShellView view = (ShellView) window.scene().getRoot();
        Fx.run(() -> view.drop().show(true));
        window.pictures("drop");
        assertThat(Fx.on(() -> window.stage.getScene().lookup("#drop"))).isNotNull();
        Fx.run(() -> view.drop().show(false));
        assertThat(Fx.on(() -> window.stage.getScene().lookup("#drop"))).isNull();
    }

    @Test
    @Order(2)
    void dropped_files_are_read_tied_and_looked_through() throws IOException {
        ShellView view = (ShellView) window.scene().getRoot();
        Fx.run(() -> view.drop().drop(List.of(INCIDENT.toFile(), broken.toFile())));
        assertThat(Fx.on(() -> files.state().get().isBusy())).isTrue();
        window.picture("import-reading");
        Fx.until("it is tied", () -> !(files.state().get() instanceof ImportState.Reading));
        window.pictures("import-running");
        Fx.until("the import is done", () -> !files.state().get().isBusy());

        assertThat(Fx.on(() -> files.state().get()))
                .isInstanceOfSatisfying(
                        ImportState.Finished.class,
                        done -> {
                            assertThat(done.stopped()).isFalse();
                            assertThat(done.raised()).isPositive();
                        });
        Fx.until(
                "the desk shows the new alerts",
                () -> window.model.state().get() instanceof ShellState.Ready);
    }

    @Test
    @Order(3)
    void a_file_shows_each_rejected_record_with_line_reason_and_text() throws IOException {
        Fx.until("the ledger is read", () -> !files.files().isEmpty());
        choose(broken);

        Fx.until("the rejects are read", () -> files.rejects().get() instanceof Loadable.Ready);
        assertThat(Fx.on(FilesTest::scrollsSideways)).as("all columns are in sight").isFalse();
        window.pictures("ledger");
        assertThat(Fx.on(() -> files.rejects().get()))
                .isInstanceOfSatisfying(
                        Loadable.Ready.class,
                        ready ->
                                assertThat((RejectedRecord) ((List<?>) ready.value()).getFirst())
                                        .satisfies(
                                                one -> assertThat(one.line()).isEqualTo(1),
                                                one ->
                                                        assertThat(one.raw())
                                                                .startsWith("{\"Timestamp\"")));
        assertThat(Fx.on(() -> files.files().stream().allMatch(file -> file.ledger().closes())))
                .isTrue();
    }

    @Test
    @Order(4)
    void an_import_is_taken_back_by_keyboard_while_the_page_is_read_anew() throws IOException {
        choose(broken);
        Fx.run(() -> lookup("#ledger").requestFocus());
        keyboard.type(KeyCode.F6);
        Fx.until("the file has the keyboard", () -> button("#undo-import").isFocused());
        readAnew();
        assertThat(Fx.on(() -> button("#undo-import").isFocused())).isTrue();

        keyboard.type(KeyCode.SPACE);
        Fx.until("it is asked", () -> button("#undo-keep").isFocused());
        window.pictures("take-back");
        keyboard.chord(KeyCode.SHIFT, KeyCode.TAB);
        Fx.until("the answer has the keyboard", () -> button("#undo-sure").isFocused());
        readAnew();
        assertThat(Fx.on(() -> button("#undo-sure").isFocused())).isTrue();
        keyboard.type(KeyCode.SPACE);

        Fx.until("it is gone", () -> files.files().stream().noneMatch(FilesTest::isBroken));
        Fx.until("the keyboard is on the ledger", () -> lookup("#ledger").isFocused());
    }

    /// As after an import of other files: the account of the file is another, and the graph is
    /// looked at again.
    private static void readAnew() {
        Fx.run(() -> {
            FileAccount was = files.chosen().get();
            files.choose(new FileAccount(was.ledger(), Instant.EPOCH, was.last()));
            files.load();
            window.model.refresh();
        });
        Fx.until("all is read", () -> window.model.work().count().get() == 0);
    }

    @Test
    @Order(7)
    void f6_goes_through_the_panes_of_every_page() {
        go(KeyCode.DIGIT4);
        assertThat(panes("#ledger", "#gaps")).containsExactly("#ledger", "#gaps");
        go(KeyCode.DIGIT3);
        assertThat(panes("#query-text", ".shelf")).containsExactly("#query-text", ".shelf");
        go(KeyCode.DIGIT2);
        assertThat(panes("#rules", "#rule-tabs")).containsExactly("#rules", "#rule-tabs");
        go(KeyCode.DIGIT1);
        assertThat(panes("#alerts", "#canvas")).containsExactly("#alerts", "#canvas");
    }

    /// The first showing of a page lays out and styles all of it.
    private static void go(KeyCode digit) {
        Fx.unwatched(() -> {
            keyboard.chord(KeyCode.CONTROL, digit);
            return true;
        });
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }

    /// Those of some panes that one round of F6 comes to, in that order.
    private static List<String> panes(String... wanted) {
        List<String> met = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            for (String one : wanted) {
                boolean here = Fx.on(() -> lookup(one) != null && Panes.hasKeyboard(lookup(one)));
                if (here && !met.contains(one)) {
                    met.add(one);
                }
            }
            keyboard.type(KeyCode.F6);
        }
        return met;
    }

    @Test
    @Order(5)
    void a_stopped_import_says_what_is_kept() throws IOException {
        Fx.run(() -> {
            files.add(List.of(broken));
            files.stop();
        });
        Fx.until("it stopped", () -> !files.state().get().isBusy());
        window.picture("import-stopped");
        assertThat(Fx.on(() -> files.state().get()))
                .isInstanceOfSatisfying(
                        ImportState.Finished.class, done -> assertThat(done.stopped()).isTrue());
    }

    @Test
    @Order(6)
    void another_graph_is_chosen_on_a_sheet_and_escape_puts_it_away() throws IOException {
        Fx.run(() -> button("#open-another").fire());
        Fx.settle();
        window.pictures("open-another");
        assertThat(Fx.on(() -> window.stage.getScene().lookup("#sheet-open"))).isNotNull();

        keyboard.type(KeyCode.ESCAPE);

        assertThat(Fx.on(() -> window.stage.getScene().lookup("#sheet-open"))).isNull();
    }

    private static boolean isBroken(FileAccount file) {
        return file.ledger().name().equals(broken.toString());
    }

    private static void choose(Path file) {
        Fx.run(() -> {
            TableView<?> ledger = (TableView<?>) window.stage.getScene().lookup("#ledger");
            for (int i = 0; i < files.files().size(); i++) {
                if (files.files().get(i).ledger().name().equals(file.toString())) {
                    ledger.getSelectionModel().select(i);
                }
            }
        });
    }

    private static Button button(String id) {
        return (Button) window.stage.getScene().lookup(id);
    }

    private static boolean scrollsSideways() {
        return lookup("#ledger").lookupAll(".scroll-bar").stream()
                .map(ScrollBar.class::cast)
                .anyMatch(bar -> bar.getOrientation() == Orientation.HORIZONTAL && bar.isVisible());
    }
}
