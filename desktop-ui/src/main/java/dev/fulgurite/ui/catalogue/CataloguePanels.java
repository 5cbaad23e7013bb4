package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.actions.Panes.Pane;
import dev.fulgurite.ui.theme.Table;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The detections on the left; what the chosen one is, does and did on the right. The editor of
/// rules of one's own takes the place of both.
final class CataloguePanels extends StackPane {

    private final CatalogueViewModel model;
    private final ObservableList<RuleLine> lines = FXCollections.observableArrayList();
    private final Table<RuleLine> table = new Table<>(lines);
    private final MenuButton drafts = new MenuButton();
    private final Label heading = new Label();
    private final EditorView editor;
    private final TabPane tabs;
    private boolean filling;

    /// @param openAlert shows an alert on the desk, by its id
    CataloguePanels(CatalogueViewModel model, Consumer<String> openAlert) {
        this.model = model;

        VBox left = new VBox(top(), table());
        left.getStyleClass().add("panel");
        tabs =
                new TabPane(
                        tab("catalogue.about", new RuleAbout(model)),
                        tab("catalogue.run", new TrialView(model, openAlert)),
                        tab("catalogue.runs", new RunsView(model)));
        tabs.setId("rule-tabs");
        tabs.setAccessibleText(Words.of("catalogue.parts"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox right = new VBox(new RuleHeading(model), tabs);
        right.getStyleClass().add("panel");
        VBox.setVgrow(tabs, Priority.ALWAYS);
        SplitPane split = new SplitPane(left, right);
        split.setDividerPositions(0.54);
        editor = new EditorView(model.editor());
        split.visibleProperty().bind(model.editor().open().not());
        editor.visibleProperty().bind(model.editor().open());
        getChildren().addAll(split, editor);
        model.rules().subscribe(this::fill);
        model.chosen().subscribe(_ -> mark());
        model.drafts().subscribe(this::listDrafts);
        model.editor().open().subscribe(this::turn);
    }

    /// Reads how the detections stand and puts the keyboard on their list.
    void begin() {
        model.load();
        if (model.editor().open().get()) {
            editor.begin();
        } else {
            table.requestFocus();
        }
    }

    Panes panes() {
        return model.editor().open().get()
                ? editor.panes()
                : new Panes(List.of(Pane.of(table), Pane.of(tabs)));
    }

    private void turn(boolean toEditor) {
        if (toEditor) {
            editor.begin();
        } else if (getScene() != null) {
            table.requestFocus();
        }
    }

    private static Tab tab(String key, Region content) {
        Tab tab = new Tab(Words.of(key), content);
        tab.setId(key.replace('.', '-'));
        return tab;
    }

    private HBox top() {
        heading.getStyleClass().add("strong");
        heading.setId("catalogue-heading");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        drafts.getStyleClass().add("small");
        drafts.setId("catalogue-drafts");
        Button begin = new Button(Words.of("catalogue.new"));
        begin.setId("catalogue-new");
        begin.getStyleClass().add("small");
        begin.setTooltip(new Tooltip(Words.of("catalogue.new.tip")));
        begin.setOnAction(_ -> model.editor().begin());
        HBox top = new HBox(heading, space, drafts, begin);
        top.getStyleClass().addAll("page-top", "facts-line");
        return top;
    }

    private Table<RuleLine> table() {
        table.setId("rules");
        table.setAccessibleText(Words.of("catalogue.name"));
        table.text(Words.of("catalogue.rule"), 17.5, RuleLine::id);
        table.text(Words.of("catalogue.severity"), 7.6, RuleLine::severity);
        state("catalogue.linked", line -> RuleLine.told(line.state().state()));
        state("catalogue.published", RuleLine::published);
        table.text(Words.of("catalogue.schedule"), 5, RuleLine::schedule);
        table.text(Words.of("catalogue.last"), 12.4, RuleLine::lastRun);
        table.text(Words.of("catalogue.found"), 5.6, RuleLine::lastRows);
        table.getSelectionModel()
                .selectedItemProperty()
                .subscribe(line -> {
                    if (!filling && line != null) {
                        model.choose(line.id());
                    }
                });
        table.setPlaceholder(new Label(Words.of("catalogue.reading")));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private void state(String key, Function<RuleLine, String> text) {
        table.text(Words.of(key), 6.2, text).setCellFactory(_ -> new StateCell());
    }

    private void fill(List<RuleLine> found) {
        filling = true;
        lines.setAll(found);
        filling = false;
        long blind = count(found, RuleState.State.BLIND);
        long refused = count(found, RuleState.State.REFUSED);
        heading.setText(Words.of("catalogue.heading", found.size(), blind, refused));
        mark();
    }

    private static long count(List<RuleLine> lines, RuleState.State state) {
        return lines.stream().filter(line -> line.state().state() == state).count();
    }

    private void mark() {
        RuleLine line = find(model.chosen().get());
        if (line != null && !line.equals(table.getSelectionModel().getSelectedItem())) {
            filling = true;
            table.getSelectionModel().select(line);
            table.scrollTo(line);
            filling = false;
        }
    }

    private @Nullable RuleLine find(String id) {
        return lines.stream().filter(line -> line.id().equals(id)).findFirst().orElse(null);
    }

    private void listDrafts(List<String> ids) {
        drafts.setVisible(!ids.isEmpty());
        drafts.setText(Words.of("catalogue.drafts", ids.size()));
        drafts.getItems().setAll(ids.stream().map(this::draft).toList());
    }

    private MenuItem draft(String id) {
        MenuItem item = new MenuItem(id);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> model.editor().editDraft(id));
        return item;
    }
}
