package dev.fulgurite.ui.console;

import dev.fulgurite.graph.GraphException.Place;
import dev.fulgurite.graph.model.Row;
import dev.fulgurite.investigation.Investigation;
import dev.fulgurite.investigation.ResultText;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.actions.Panes.Pane;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The query page: the editor, what came of it, and queries to begin from.
public final class ConsoleView extends SplitPane {

    private final ConsoleViewModel model;
    private final Editor editor;
    private final Shelf shelf;
    private final ResultTable table;
    private final Button run = button("console.run", "query-run");
    private final Button cancel = button("console.cancel", "query-cancel");
    private final VBox message = new VBox();
    private final HBox tools = new HBox();
    private final StackPane below = new StackPane();

    public ConsoleView(ConsoleViewModel model) {
        this.model = model;
        setId("console");
        editor = new Editor(model);
        shelf = new Shelf(model, this::open);
        table = new ResultTable(model::bringOne);
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> model.run());
        cancel.setOnAction(_ -> model.cancel());
        message.getStyleClass().add("query-message");
        message.setId("query-message");
        tools.getStyleClass().add("query-tools");
        VBox results = new VBox(message, below);
        VBox.setVgrow(below, Priority.ALWAYS);
        results.getStyleClass().add("query-results");
        VBox top = new VBox(bar(), editor);
        VBox.setVgrow(editor, Priority.ALWAYS);
        SplitPane work = new SplitPane(top, results);
        work.setOrientation(Orientation.VERTICAL);
        work.setDividerPositions(0.4);
        getItems().addAll(work, shelf);
        setDividerPositions(0.76);
        SplitPane.setResizableWithParent(shelf, false);
        model.outcome().subscribe(this::show);
    }

    /// Puts the keyboard on the editor.
    public void begin() {
        model.begin();
        editor.begin();
    }

    public Panes panes() {
        return new Panes(List.of(new Pane(editor, editor::begin), Pane.of(table), Pane.of(shelf)));
    }

    /// Puts a query into the editor.
    public void open(String query) {
        model.text().set(query.strip());
        editor.begin();
    }

    /// Shows the statements behind the last clicks.
    public void showAsked() {
        shelf.showAsked();
    }

    private HBox bar() {
        Label budget =
                new Label(
                        Words.of(
                                "console.budget",
                                Investigation.QUERY_ROWS,
                                Investigation.QUERY_TIME.toSeconds()));
        budget.getStyleClass().addAll("muted", "small");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        TextField name = new TextField();
        name.setId("query-name");
        name.setPromptText(Words.of("console.name"));
        name.setAccessibleText(Words.of("console.name"));
        name.setPrefColumnCount(16);
        Button save = button("console.save", "query-save");
        save.disableProperty().bind(name.textProperty().isEmpty().or(model.text().isEmpty()));
        save.setOnAction(_ -> {
            model.save(name.getText());
            name.clear();
        });
        name.setOnAction(_ -> save.fire());
        HBox bar = new HBox(run, cancel, budget, space, name, save);
        bar.getStyleClass().add("query-bar");
        return bar;
    }

    private void show(Outcome outcome) {
        boolean running = outcome instanceof Outcome.Running;
        run.setDisable(running);
        cancel.setVisible(running);
        cancel.setManaged(running);
        message.getStyleClass().setAll("query-message");
        editor.area().unmark();
        switch (outcome) {
            case Outcome.Nothing _ -> {
                message.getChildren().setAll(words("console.nothing"));
                below.getChildren().clear();
            }
            case Outcome.Running _ -> {
                ProgressBar bar = new ProgressBar();
                bar.getStyleClass().add("small");
                message.getChildren().setAll(words("console.running"), bar);
            }
            case Outcome.Rows rows -> rows(rows);
            case Outcome.Wrong wrong -> wrong(wrong);
            case Outcome.Cancelled _ -> {
                message.getChildren().setAll(words("console.cancelled"));
                below.getChildren().clear();
            }
        }
    }

    private void rows(Outcome.Rows rows) {
        int count = rows.result().rows().size();
        String took = String.format(Locale.ROOT, "%.2f", rows.took().toMillis() / 1000.0);
        Label said =
                new Label(
                        rows.result().cut()
                                ? Words.of("console.rows.cut", count, took)
                                : Words.of("console.rows", count, took));
        said.getStyleClass().add("strong");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tools.getChildren().setAll(said, space);
        if (holdsGraph(rows.result().rows())) {
            tools.getChildren().add(tool("console.bring", "query-bring", model::bringAll));
        }
        tools.getChildren()
                .addAll(
                        tool("console.csv", "query-csv", () -> copyCsv(rows)),
                        tool(
                                "console.json",
                                "query-json",
                                () -> TextClip.copy(ResultText.json(rows.result()))));
        message.getChildren().setAll(tools);
        for (String warning : rows.warnings()) {
            Label label = new Label("⚠ " + warning);
            label.setWrapText(true);
            label.getStyleClass().add("query-warning");
            message.getChildren().add(label);
        }
        table.show(rows.result());
        below.getChildren().setAll(table);
    }

    private static boolean holdsGraph(List<Row> rows) {
        return rows.stream()
                .limit(50)
                .flatMap(row -> row.values().values().stream())
                .anyMatch(value ->
                        value instanceof dev.fulgurite.graph.model.Node
                                || value instanceof dev.fulgurite.graph.model.Relationship
                                || value instanceof List<?>);
    }

    private void wrong(Outcome.Wrong wrong) {
        message.getStyleClass().add("query-wrong");
        Label said = new Label(wrong.words());
        said.setWrapText(true);
        message.getChildren().setAll(said);
        Place place = wrong.place();
        if (place != null) {
            editor.area().mark(place);
            Hyperlink go = new Hyperlink(Words.of("console.place", place.line(), place.column()));
            go.setId("query-place");
            go.setOnAction(_ -> editor.area().go(place));
            message.getChildren().add(go);
        }
        below.getChildren().clear();
    }

    /// The rows in the order they are shown in.
    private void copyCsv(Outcome.Rows rows) {
        TextClip.copy(ResultText.csv(rows.result().columns(), List.copyOf(table.getItems())));
    }

    private static Node words(String key) {
        Label label = new Label(Words.of(key));
        label.setWrapText(true);
        label.getStyleClass().add("muted");
        return label;
    }

    private static Button button(String key, String id) {
        Button button = new Button(Words.of(key));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private static Button tool(String key, String id, Runnable action) {
        return new WordButton(key, action).named(id).styled("flat", "small");
    }
}
