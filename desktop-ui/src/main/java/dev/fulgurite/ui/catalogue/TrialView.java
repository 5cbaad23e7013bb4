package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.Completeness;
import dev.fulgurite.detections.DetectionResult;
import dev.fulgurite.detections.Mode;
import dev.fulgurite.detections.Parameter;
import dev.fulgurite.detections.RuleState;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.theme.Table;
import dev.fulgurite.ui.words.Words;
import dev.fulgurite.ui.work.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Runs the chosen rule and shows what it finds.
final class TrialView extends VBox {

    private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");
    private static final double USUAL = 12;
    private static final double WIDE = 29;

    private final Trial model;
    private final Consumer<String> openAlert;
    private final ToggleGroup modes = new ToggleGroup();
    private final TextField from = time("trial.from");
    private final TextField to = time("trial.to");
    private final TextField now = time("trial.now");
    private final Map<String, TextField> parameters = new LinkedHashMap<>();
    private final GridPane grid = new GridPane();
    private final Button run = new Button(Words.of("trial.run"));
    private final VBox outcome = new VBox();

    TrialView(CatalogueViewModel catalogue, Consumer<String> openAlert) {
        this.model = catalogue.trial();
        this.openAlert = openAlert;
        getStyleClass().add("trial");
        run.setId("trial-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> run());
        grid.getStyleClass().add("trial-grid");
        HBox range = new HBox(from, to, now);
        range.getStyleClass().add("facts-line");
        for (TextField field : List.of(from, to, now)) {
            HBox.setHgrow(field, Priority.ALWAYS);
        }
        VBox.setVgrow(outcome, Priority.ALWAYS);
        outcome.getStyleClass().add("section-body");
        getChildren().addAll(modes(), range, grid, run, outcome);
        model.rule().subscribe(this::about);
        model.state().subscribe(this::show);
    }

    private HBox modes() {
        HBox line = new HBox();
        line.getStyleClass().add("facts-line");
        for (Mode mode : Mode.values()) {
            ToggleButton button = new ToggleButton(Words.of("trial.mode." + mode.word()));
            button.setId("trial-" + mode.word());
            button.getStyleClass().add("small");
            button.setTooltip(new Tooltip(Words.of("trial.mode." + mode.word() + ".tip")));
            button.setUserData(mode);
            button.setToggleGroup(modes);
            line.getChildren().add(button);
        }
        modes.selectToggle(modes.getToggles().getFirst());
        return line;
    }

    private static TextField time(String key) {
        TextField field = new TextField();
        field.setPromptText(Words.of(key));
        field.setAccessibleText(Words.of(key));
        field.setTooltip(new Tooltip(Words.of(key + ".tip")));
        field.textProperty().subscribe(_ -> field.pseudoClassStateChanged(WRONG, !isTime(field)));
        return field;
    }

    private static boolean isTime(TextField field) {
        return field.getText().isBlank() || Times.parse(field.getText()).isPresent();
    }

    private void about(@Nullable RuleState rule) {
        parameters.clear();
        grid.getChildren().clear();
        if (rule == null) {
            return;
        }
        boolean twin = rule.published() != null;
        modes.getToggles()
                .forEach(toggle ->
                        ((Node) toggle).setDisable(!twin && toggle.getUserData() != Mode.LINKED));
        if (!twin) {
            modes.selectToggle(modes.getToggles().getFirst());
        }
        run.setDisable(rule.state() == RuleState.State.REFUSED);
        int line = 0;
        for (Parameter parameter : rule.parameters()) {
            grid.addRow(line++, name(parameter), field(parameter));
        }
    }

    private static Label name(Parameter parameter) {
        Label name = new Label(parameter.name());
        name.getStyleClass().add("column-value");
        name.setMinWidth(USE_PREF_SIZE);
        name.setTooltip(new Tooltip(parameter.meaning()));
        return name;
    }

    private TextField field(Parameter parameter) {
        TextField field = new TextField();
        field.setPromptText(
                parameter.required()
                        ? Words.of("rule.parameter.required")
                        : String.valueOf(parameter.fallback()));
        field.setAccessibleText(parameter.name() + ": " + parameter.meaning());
        Tooltip tip = new Tooltip(parameter.meaning());
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        field.setTooltip(tip);
        GridPane.setHgrow(field, Priority.ALWAYS);
        parameters.put(parameter.name(), field);
        return field;
    }

    private void run() {
        for (TextField field : List.of(from, to, now)) {
            if (!isTime(field)) {
                model.refuse(
                        new Failure(
                                Words.of("trial.time.wrong", field.getText()),
                                "",
                                Words.of("trial.time.next"),
                                ""));
                return;
            }
        }
        Map<String, String> settings = new HashMap<>();
        parameters.forEach((name, field) -> {
            if (!field.getText().isBlank()) {
                settings.put(name, field.getText());
            }
        });
        if (modes.getSelectedToggle() != null
                && modes.getSelectedToggle().getUserData() instanceof Mode mode) {
            model.run(mode, settings, instant(from), instant(to), instant(now));
        }
    }

    private static @Nullable Instant instant(TextField field) {
        return Times.parse(field.getText()).orElse(null);
    }

    private void show(Trial.State state) {
        run.setVisible(!(state instanceof Trial.State.Running));
        run.setManaged(run.isVisible());
        List<Node> parts =
                switch (state) {
                    case Trial.State.Ready _ -> List.of(muted(Words.of("trial.ready")));
                    case Trial.State.Running _ -> running();
                    case Trial.State.Done done -> done(done);
                    case Trial.State.Failed(var failure) ->
                            List.of(
                                    muted(failure.happened()),
                                    muted(failure.kept() + " " + failure.next()),
                                    muted(failure.code()));
                    case Trial.State.GivenUp _ -> List.of(muted(Words.of("trial.givenup")));
                };
        outcome.getChildren().setAll(parts);
    }

    private List<Node> running() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(240);
        Button cancel = new Button(Words.of("status.cancel"));
        cancel.setId("trial-cancel");
        cancel.setOnAction(_ -> model.cancel());
        HBox line = new HBox(bar, cancel);
        line.getStyleClass().add("busy");
        return List.of(muted(Words.of("trial.running")), line);
    }

    private List<Node> done(Trial.State.Done done) {
        DetectionResult result = done.result();
        Label told =
                new Label(
                        Words.of(
                                "trial.done",
                                result.rows().size(),
                                result.completeness().word(),
                                result.alerts().size()));
        told.setId("trial-told");
        told.getStyleClass().add("strong");
        List<Node> parts = new ArrayList<>(List.of(told));
        if (result.completeness() instanceof Completeness.Blind blind) {
            blind.reasons().forEach(reason -> parts.add(muted("• " + reason)));
        }
        if (!done.cells().isEmpty()) {
            parts.add(table(result, done.cells()));
            parts.add(muted(Words.of("trial.hint." + result.mode().word())));
        }
        return parts;
    }

    private Table<Trial.Line> table(DetectionResult result, List<Trial.Line> lines) {
        Table<Trial.Line> table = new Table<>();
        table.setId("trial-rows");
        if (result.mode() == Mode.DIFF) {
            table.text(Words.of("trial.difference"), WIDE, Trial.Line::why);
        }
        for (String name : result.columns()) {
            table.text(name, USUAL, line -> cell(line.row().values().get(name)));
        }
        table.getItems().setAll(lines);
        table.setRowFactory(_ -> {
            TableRow<Trial.Line> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(event -> {
            Trial.Line chosen = table.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && chosen != null) {
                open(chosen);
                event.consume();
            }
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private void open(Trial.Line line) {
        if (!line.alert().isEmpty()) {
            openAlert.accept(line.alert());
        }
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> Times.readable(time);
            case List<?> list ->
                    list.stream().map(TrialView::cell).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static Label muted(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("muted");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
