package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.words.Words;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The queue as a list; choosing is by click or by the arrow keys.
public final class AlertsView extends BorderPane {

    private final ListView<AlertRow> list;

    public AlertsView(AlertsViewModel model) {
        getStyleClass().addAll("panel", "alerts");
        Label heading = new Label();
        heading.getStyleClass().add("panel-heading");
        heading.textProperty().bind(Bindings.createStringBinding(model::heading, model.rows()));
        setTop(heading);
        list = new ListView<>(model.rows());
        list.setId("alerts");
        list.setAccessibleText(Words.of("alerts.name"));
        list.setCellFactory(_ -> new Cell());
        list.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.choose(row == null ? "" : row.id()));
        // An alert that is chosen by other means than this list is marked in it, too.
        model.chosen()
                .subscribe(id ->
                        model.rows().stream()
                                .filter(row -> row.id().equals(id))
                                .findFirst()
                                .ifPresent(list.getSelectionModel()::select));
        setCenter(list);
    }

    /// Puts the keyboard on the queue, on its first alert when none is chosen.
    public void begin() {
        list.requestFocus();
        if (list.getSelectionModel().isEmpty() && !list.getItems().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
    }

    private static final class Cell extends ListCell<AlertRow> {
        private final Label severity = new Label();
        private final Label title = new Label();
        private final Label time = new Label();
        private final Label records = new Label();
        private final HBox row;

        Cell() {
            severity.getStyleClass().add("severity");
            title.getStyleClass().add("alert-title");
            title.setWrapText(true);
            title.setMinHeight(USE_PREF_SIZE);
            time.getStyleClass().addAll("muted", "small");
            records.getStyleClass().addAll("muted", "small");
            HBox facts = new HBox(time, records);
            facts.getStyleClass().add("facts-line");
            HBox.setHgrow(time, Priority.ALWAYS);
            time.setMaxWidth(Double.MAX_VALUE);
            VBox words = new VBox(title, facts);
            words.getStyleClass().add("tight");
            HBox.setHgrow(words, Priority.ALWAYS);
            row = new HBox(severity, words);
            row.getStyleClass().add("alert-row");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable AlertRow item, boolean empty) {
            super.updateItem(item, empty);
            setText(null);
            if (empty || item == null) {
                setGraphic(null);
                setAccessibleText("");
                return;
            }
            severity.setText(item.letter());
            severity.getStyleClass()
                    .setAll("label", "severity", "severity-" + item.severity().word());
            title.setText(item.title());
            time.setText(item.time());
            records.setText(Words.of("alerts.records", item.records()));
            setAccessibleText(item.spoken());
            setGraphic(row);
        }
    }
}
