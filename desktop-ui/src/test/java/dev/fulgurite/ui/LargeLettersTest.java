package dev.fulgurite.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.ui.catalogue.CatalogueViewModel;
import dev.fulgurite.ui.catalogue.Trial;
import dev.fulgurite.ui.console.Outcome;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Letters of one and a half times and twice the size, in a window of the usual size.
class LargeLettersTest {

    private static final Map<String, Runnable> SHOWN =
            Map.of(
                    "alerts",
                    () -> page("alerts"),
                    "detections",
                    () -> catalogue(0),
                    "detections-run",
                    LargeLettersTest::trial,
                    "detections-runs",
                    () -> catalogue(2),
                    "query",
                    LargeLettersTest::query,
                    "files",
                    LargeLettersTest::files);

    private static final List<String> STATES =
            Arrays.stream(RuleState.State.values()).map(state -> ".state-" + state.word()).toList();

    @TempDir static Path folder;
    private static SampleWindow window;
    private static CatalogueViewModel catalogue;

    @BeforeAll
    static void open() {
        window = SampleWindow.open(folder.resolve("contoso-incident"));
        catalogue = window.model.catalogue();
    }

    @AfterAll
    static void close() {
        window.close();
    }

    private static Stream<Arguments> pages() {
        return Stream.of(1.0, 1.5, 2.0)
                .flatMap(letters ->
                        SHOWN.keySet().stream().sorted().map(page -> Arguments.of(page, letters)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void headings_states_and_choices_are_whole(String page, double letters) throws Exception {
        SHOWN.get(page).run();
        Fx.unwatched(() -> Fx.run(() -> window.with.scale().set(letters)));

        if (letters > 1) {
            window.pictures("letters-" + Math.round(letters * 100) + "-" + page);
        }
        assertThat(right()).as("where the last panel ends").isLessThanOrEqualTo(Fx.WIDTH);

        assertThat(widened()).as("columns that take room which is not left over").isEmpty();
        for (String whole : List.of(".column-header > .label", ".button", ".toggle-button")) {
            assertThat(cut(whole)).as(whole).isEmpty();
        }
        assertThat(cut(".combo-box > .list-cell")).as("what is chosen").isEmpty();
        STATES.forEach(state -> assertThat(cut(state)).as(state).isEmpty());
    }

    private static List<String> widened() {
        return Fx.on(() ->
                window.stage.getScene().getRoot().lookupAll(".table-view").stream()
                        .filter(LargeLettersTest::isShown)
                        .map(table -> ((TableView<?>) table).getVisibleLeafColumns())
                        .flatMap(columns -> columns.stream().limit(columns.size() - 1L))
                        .filter(column -> column.getWidth() > column.getPrefWidth() + 1)
                        .map(TableColumnBase::getText)
                        .toList());
    }

    private static double right() {
        return Fx.on(() ->
                window.stage.getScene().getRoot().lookupAll(".split-pane").stream()
                        .filter(LargeLettersTest::isShown)
                        .flatMap(pane -> ((SplitPane) pane).getItems().stream())
                        .mapToDouble(item -> item.localToScene(item.getLayoutBounds()).getMaxX())
                        .max()
                        .orElse(0));
    }

    private static Set<String> cut(String selector) {
        return Fx.on(() -> {
            Parent root = window.stage.getScene().getRoot();
            return root.lookupAll(selector).stream()
                    .filter(LargeLettersTest::isShown)
                    .map(node -> (Labeled) node)
                    .filter(LargeLettersTest::isCut)
                    .map(Labeled::getText)
                    .collect(Collectors.toCollection(TreeSet::new));
        });
    }

    private static boolean isShown(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (!up.isVisible()) {
                return false;
            }
        }
        return true;
    }

    private static boolean isCut(Labeled words) {
        return words.getText() != null
                && words.lookup(".text") instanceof Text shown
                && !shown.getText().equals(words.getText());
    }

    private static void page(String page) {
        Fx.unwatched(() -> Fx.run(() -> window.model.visit(page)));
    }

    private static void catalogue(int tab) {
        page("detections");
        Fx.until("the detections are read", () -> !catalogue.rules().get().isEmpty());
        Fx.run(() -> catalogue.choose("run-command-unique-script"));
        Fx.until(
                "the rule is read",
                () -> {
                    var tried = catalogue.trial().rule().get();
                    return tried != null && tried.rule().equals("run-command-unique-script");
                });
        Fx.unwatched(() ->
                Fx.run(() -> ((TabPane) lookup("#rule-tabs")).getSelectionModel().select(tab)));
    }

    private static void trial() {
        catalogue(1);
        Fx.run(() -> catalogue.trial().run(Mode.DIFF, Map.of(), null, null, null));
        Fx.until("it ran", () -> catalogue.trial().state().get() instanceof Trial.State.Done);
    }

    private static void query() {
        page("query");
        Fx.run(() -> {
            window.model
                    .console()
                    .text()
                    .set(
                            "MATCH (h:Host)<-[r:LOGGED_ON]-(a) RETURN h, type(r) AS kindOfTheLogonThatWasSeen, a, count(*) AS times");
            window.model.console().run();
        });
        Fx.until(
                "there are rows",
                () -> window.model.console().outcome().get() instanceof Outcome.Rows);
    }

    private static void files() {
        page("files");
        Fx.until("the ledger is read", () -> !window.model.files().files().isEmpty());
    }

    private static Node lookup(String id) {
        return window.stage.getScene().lookup(id);
    }
}
