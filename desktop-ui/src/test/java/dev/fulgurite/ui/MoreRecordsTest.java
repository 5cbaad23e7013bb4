package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.ingest.IngestListener;
import dev.fulgurite.investigation.EvidenceRecord;
import dev.fulgurite.investigation.GraphLocation;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.RawRecords;
import dev.fulgurite.ui.desk.DeskViewModel;
import dev.fulgurite.ui.inspector.Loadable;
import dev.fulgurite.ui.shell.GraphSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The raw records of a host of which more are kept than are read at once.
class MoreRecordsTest {

    private static final int SCANS = Investigation.EVIDENCE_LIMIT + 200;
    private static final String DEVICE = "4e9b9c38b532fbf6ffe88a1f40378e7a8b005cb8";
    private static final Instant START = Instant.parse("2026-11-10T00:00:00Z");

    @TempDir static Path folder;
    private static SampleWindow window;
    private static DeskViewModel desk;
    private static Keyboard keyboard;
    private static NodeRef host;

    @BeforeAll
    static void open() throws IOException {
        Path graph = folder.resolve("contoso-incident");
        SampleWindow.made(graph);
        Path scans = folder.resolve("DeviceEvents.jsonl");
        Files.write(scans, IntStream.range(0, SCANS).mapToObj(MoreRecordsTest::scan).toList());
        GraphLocation there = new GraphLocation.Folder(graph);
        try (Investigation investigation = Investigation.open(there)) {
            investigation.ingest(List.of(scans), IngestListener.silent());
        }
        window = SampleWindow.on(GraphSource.of(there));
        window.untilReady();
        desk = window.model.desk();
        Fx.until("the first story is told", () -> desk.story().get() != null);
        host =
                Fx.on(() ->
                        desk.canvas().state().get().graph().nodes().stream()
                                .map(dev.fulgurite.graph.model.Node::ref)
                                .filter(ref -> ref.toString().equals("Host:device:" + DEVICE))
                                .findFirst()
                                .orElseThrow());
        keyboard = new Keyboard();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    @BeforeEach
    void lookAtTheFirstRecords() {
        window.beginCanvasAnew();
        Fx.run(() -> {
            desk.canvas().selectNode(host);
            lookup("#canvas").requestFocus();
        });
        keyboard.type(KeyCode.E);
        untilRead(Investigation.EVIDENCE_LIMIT);
    }

    @Test
    void the_next_records_are_read_by_a_click_and_the_first_of_them_is_shown() throws Exception {
        List<EvidenceRecord> first = Fx.on(() -> List.copyOf(records().getItems()));
        assertThat(heading()).isEqualTo("The first 1,000 records");
        window.pictures("records-first");

        Bounds button = Fx.on(() -> next().localToScreen(next().getLayoutBounds()));
        keyboard.moveTo(button.getCenterX(), button.getCenterY());
        keyboard.click(MouseButton.PRIMARY);

        List<EvidenceRecord> all = whole();
        assertThat(all.subList(0, first.size())).isEqualTo(first);
        assertThat(Fx.on(() -> records().getSelectionModel().getSelectedIndex()))
                .isEqualTo(first.size());
        Fx.until("the first of them is in sight", MoreRecordsTest::chosenInSight);
        assertThat(heading()).isEqualTo(String.format(Locale.ROOT, "%,d records", all.size()));
        window.pictures("records-next");
    }

    @Test
    void the_next_records_are_read_by_keyboard() {
        for (int i = 0; i < 20 && !Fx.on(() -> next().isFocused()); i++) {
            keyboard.type(KeyCode.TAB);
        }
        assertThat(Fx.on(() -> next().isFocused())).isTrue();

        keyboard.type(KeyCode.SPACE);

        assertThat(whole()).doesNotHaveDuplicates().hasSizeGreaterThan(SCANS);
        keyboard.type(KeyCode.DOWN);
        assertThat(Fx.on(() -> records().getSelectionModel().getSelectedIndex()))
                .as("the keyboard is on the records")
                .isEqualTo(Investigation.EVIDENCE_LIMIT + 1);
    }

    private static List<EvidenceRecord> whole() {
        Fx.until(
                "there is nothing more to read",
                () -> found() instanceof RawRecords all && !all.cut());
        Fx.settle();
        assertThat(Fx.on(() -> lookup("#records") == null || next() != null)).isFalse();
        return Fx.on(() -> List.copyOf(records().getItems()));
    }

    private static void untilRead(int count) {
        Fx.until(
                count + " records are read",
                () -> found() instanceof RawRecords read && read.records().size() == count);
        Fx.settle();
    }

    private static @Nullable RawRecords found() {
        return desk.inspector().evidence().get() instanceof Loadable.Ready<RawRecords>(var read)
                ? read
                : null;
    }

    @SuppressWarnings("unchecked") // the only list of that name
    private static ListView<EvidenceRecord> records() {
        return (ListView<EvidenceRecord>) lookup("#records");
    }

    private static Node next() {
        return lookup("#more-records");
    }

    /// Whether the row of the chosen record is seen from edge to edge.
    private static boolean chosenInSight() {
        Bounds list = records().localToScene(records().getLayoutBounds());
        return records().lookupAll(".list-cell").stream()
                .filter(cell -> ((ListCell<?>) cell).isSelected())
                .map(cell -> cell.localToScene(cell.getLayoutBounds()))
                .anyMatch(row -> list.contains(row));
    }

    private static String heading() {
        return Fx.on(() -> ((Label) lookup("#record-count")).getText());
    }

    /// A record of the host that no detection reads.
    private static String scan(int i) {
        return String.format(
                Locale.ROOT,
                """
                {"Timestamp":"%s","DeviceId":"%s","DeviceName":"data-sql01.corp.contoso.com",\
                "ActionType":"AntivirusScanCompleted","InitiatingProcessFileName":"MsMpEng.exe",\
                "InitiatingProcessAccountDomain":"nt authority",\
                "InitiatingProcessAccountName":"system","ReportId":%d,"Type":"DeviceEvents"}\
                """,
                START.plusSeconds(60L * i),
                DEVICE,
                90_000 + i);
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
