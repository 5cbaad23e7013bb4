package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.investigation.FileAccount;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.RejectedRecord;
import dev.fulgurite.ui.files.FilesViewModel;
import dev.fulgurite.ui.files.ImportState;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.shell.GraphSource;
import dev.fulgurite.ui.shell.ShellState;
import dev.fulgurite.ui.shell.ShellView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
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
    void an_import_is_taken_back_after_a_question() {
        choose(broken);
        Fx.run(() -> button("#undo-import").fire());
        assertThat(Fx.on(() -> button("#undo-sure").isVisible())).isTrue();
        Fx.run(() -> button("#undo-sure").fire());

        Fx.until("it is gone", () -> files.files().stream().noneMatch(FilesTest::isBroken));
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
}
