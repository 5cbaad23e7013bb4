package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.AlertStatus;
import dev.fulgurite.detections.Severity;
import dev.fulgurite.ui.alerts.AlertRow;
import dev.fulgurite.ui.alerts.AlertsViewModel;
import dev.fulgurite.ui.alerts.QueueFilter;
import dev.fulgurite.ui.alerts.QueueOrder;
import dev.fulgurite.ui.shell.ShellViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The queue of alerts in the real window on the sample incident.
class QueueTest {

    @TempDir static Path folder;
    private static SampleWindow window;
    private static ShellViewModel shell;
    private static AlertsViewModel queue;
    private static Keyboard keyboard;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("contoso-incident"));
        shell = window.model;
        queue = shell.desk().alerts();
        keyboard = new Keyboard();
        Fx.until("names are read", () -> queue.rows().getFirst().entities().contains("mallory"));
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @BeforeEach
    void begin() {
        Fx.run(() -> {
            queue.filter(QueueFilter.OPEN);
            queue.sort(QueueOrder.URGENT);
            queue.group(true);
        });
        focus("#alerts");
        keyboard.type(KeyCode.HOME);
    }

    @Test
    void alerts_of_one_incident_stand_under_their_chain_and_fold_by_key() throws Exception {
        int folded = rows().size();
        AlertRow head = rows().getFirst();
        assertThat(head.rule()).isEqualTo("cloud-to-host-chain");
        assertThat(head.group()).isNotNull();

        keyboard.type(KeyCode.RIGHT);
        window.pictures("queue-unfolded");
        assertThat(rows()).hasSize(folded + head.group().all() - 1);
        assertThat(rows().get(1).member()).isTrue();
        assertThat(Fx.on(() -> queue.list().get().matching()))
                .isEqualTo(Fx.on(() -> queue.list().get().all()));

        keyboard.type(KeyCode.DOWN, KeyCode.LEFT);
        assertThat(rows()).hasSize(folded);
        assertThat(Fx.on(() -> queue.marked().get())).containsExactly(head.id());
    }

    @Test
    void every_word_of_the_filter_must_match() throws Exception {
        keyboard.type(KeyCode.SLASH);
        Fx.run(() -> text("#queue-filter").setText("MALLORY shop-web01"));

        assertThat(rows())
                .isNotEmpty()
                .allSatisfy(row ->
                        assertThat(row.title() + row.entities()).contains("mallory", "shop-web01"));
        window.pictures("queue-filtered");
        keyboard.type(KeyCode.W, KeyCode.E);
        assertThat(Fx.on(() -> text("#queue-filter").getText())).contains("we");
        assertThat(Fx.on(() -> shell.desk().tools().argued().get())).isNull();
        keyboard.type(KeyCode.ESCAPE);
        assertThat(Fx.on(() -> lookup("#alerts").isFocused())).isTrue();
    }

    @Test
    void a_filter_that_lets_nothing_through_says_so_and_is_cleared_by_a_button() throws Exception {
        Fx.run(() -> queue.filter(QueueFilter.OPEN.withText("no such thing")));
        window.pictures("queue-nothing");
        assertThat(rows()).isEmpty();

        Fx.run(() -> ((ButtonBase) lookup("#queue-clear")).fire());

        assertThat(rows()).isNotEmpty();
        assertThat(Fx.on(() -> text("#queue-filter").getText())).isEmpty();
    }

    @Test
    void severity_and_order_are_chosen_apart() throws Exception {
        Fx.run(() -> ((ButtonBase) lookup("#queue-more")).fire());
        Fx.run(() -> ((ButtonBase) lookup("#queue-medium")).fire());
        Fx.run(() -> {
            queue.group(false);
            queue.sort(QueueOrder.OLDEST);
        });

        window.pictures("queue-filters");
        assertThat(rows()).isNotEmpty().allMatch(row -> row.severity() == Severity.MEDIUM);
        assertThat(rows().stream().map(AlertRow::time)).isSorted();
        Fx.run(() -> ((ButtonBase) lookup("#queue-more")).fire());
    }

    @Test
    void alerts_are_closed_in_bulk_with_a_reason_and_that_is_undone() throws Exception {
        Fx.run(() -> queue.group(false));
        keyboard.type(KeyCode.HOME);
        keyboard.chord(KeyCode.SHIFT, KeyCode.DOWN);
        keyboard.chord(KeyCode.SHIFT, KeyCode.DOWN);
        List<String> marked = Fx.on(() -> queue.marked().get());
        assertThat(marked).hasSize(3);
        int open = rows().size();

        keyboard.type(KeyCode.X);
        window.pictures("queue-closing");
        assertThat(Fx.on(() -> lookup("#triage-do").isDisabled())).isTrue();
        keyboard.type(KeyCode.DOWN);
        Fx.run(() -> text("#triage-text").setText("exercise of the red team"));
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);

        Fx.until("three are closed", () -> queue.rows().size() == open - 3);
        window.pictures("queue-closed");
        AlertBrief closed = alert(marked.getFirst());
        assertThat(closed.status()).isEqualTo(AlertStatus.CLOSED);
        assertThat(closed.statusReason()).isEqualTo("benign");
        assertThat(closed.note()).isEqualTo("exercise of the red team");
        assertThat(Fx.on(() -> shell.desk().standing().get())).contains("benign", "red team");
        assertThat(Fx.on(() -> shell.desk().story().get())).as("the story stays").isNotNull();

        focus("#alerts");
        keyboard.chord(KeyCode.CONTROL, KeyCode.Z);
        Fx.until("they are open again", () -> queue.rows().size() == open);
        assertThat(alert(marked.getFirst()).note()).isEmpty();
    }

    @Test
    void an_alert_is_claimed_and_given_back_by_one_key() throws Exception {
        String first = rows().getFirst().id();

        keyboard.type(KeyCode.C);
        Fx.until("it is claimed", () -> !queue.alert(first).orElseThrow().owner().isEmpty());
        window.pictures("queue-claimed");
        keyboard.type(KeyCode.C);
        Fx.until("it is free", () -> queue.alert(first).orElseThrow().owner().isEmpty());

        assertThat(Fx.on(() -> queue.marked().get())).containsExactly(first);
    }

    @Test
    void what_is_suppressed_leaves_the_queue_and_comes_back_by_undo() throws Exception {
        int before = Fx.on(() -> queue.list().get().matching());
        keyboard.type(KeyCode.S);
        window.pictures("queue-suppressing");
        keyboard.type(KeyCode.SPACE);
        keyboard.chord(KeyCode.CONTROL, KeyCode.ENTER);

        Fx.until("alerts are hidden", () -> queue.list().get().matching() < before);
        Fx.run(() -> queue.filter(QueueFilter.OPEN.withStatuses(Set.of(AlertStatus.SUPPRESSED))));
        window.pictures("queue-suppressed");
        Fx.run(() -> queue.triage().undo());
        Fx.run(() -> queue.filter(QueueFilter.OPEN));

        Fx.until("they are back", () -> queue.list().get().matching() == before);
    }

    @Test
    void what_others_added_is_told_and_read_by_a_button() throws Exception {
        Fx.run(() -> queue.tellNews("2 new alerts"));
        window.pictures("queue-stale");
        String chosen = Fx.on(() -> queue.chosen().get());

        Fx.run(() -> ((ButtonBase) lookup("#queue-refresh")).fire());

        Fx.until("it is read", () -> queue.news().get().isEmpty());
        assertThat(Fx.on(() -> queue.chosen().get())).isEqualTo(chosen);
    }

    @Test
    void why_opens_the_argument_over_the_canvas_and_escape_puts_it_away() throws Exception {
        Fx.until("a story is told", () -> shell.desk().story().get() != null);
        keyboard.type(KeyCode.W);
        Fx.until("the argument is there", () -> shell.desk().tools().argued().get() != null);
        window.pictures("why");
        assertThat(Fx.on(() -> lookup("#why").isVisible())).isTrue();

        keyboard.type(KeyCode.ESCAPE);

        assertThat(Fx.on(() -> lookup("#why").isVisible())).isFalse();
        assertThat(Fx.on(() -> lookup("#canvas").isFocused())).isTrue();
    }

    @Test
    void a_story_is_written_to_a_file() throws Exception {
        Fx.until("a story is told", () -> shell.desk().story().get() != null);
        Path file = folder.resolve(Fx.on(() -> shell.desk().tools().fileName("json")));

        Fx.run(() -> shell.desk().tools().export("json", file));

        Fx.until("it is told", () -> !shell.desk().tools().exported().get().isEmpty());
        window.pictures("exported");
        assertThat(file).isNotEmptyFile();
    }

    private static AlertBrief alert(String id) {
        return Fx.on(() -> queue.alert(id).orElseThrow());
    }

    private static List<AlertRow> rows() {
        return Fx.on(queue::rows);
    }

    private static void focus(String id) {
        Fx.run(() -> lookup(id).requestFocus());
    }

    private static TextInputControl text(String id) {
        return (TextInputControl) lookup(id);
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
