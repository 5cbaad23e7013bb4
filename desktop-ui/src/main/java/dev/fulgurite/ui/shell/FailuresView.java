package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.words.Words;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What failed since the start, to be read again and sent to somebody.
final class FailuresView extends VBox {

    private final ListView<ToldFailure> list;

    FailuresView(ObservableList<ToldFailure> failures) {
        getStyleClass().add("section");
        list = new ListView<>(failures);
        list.setId("failures");
        list.setAccessibleText(Words.of("failures.title"));
        list.setCellFactory(_ -> new Cell());
        list.setPrefSize(640, 360);
        Button copy = new Button(Words.of("failures.copy"));
        copy.disableProperty().bind(list.getSelectionModel().selectedItemProperty().isNull());
        copy.setOnAction(_ -> copy(list.getSelectionModel().getSelectedItem()));
        getChildren().addAll(list, copy);
    }

    ListView<ToldFailure> list() {
        return list;
    }

    private static void copy(@Nullable ToldFailure told) {
        if (told != null) {
            TextClip.copy(told.at() + "\n" + told.failure().text());
        }
    }

    private static final class Cell extends ListCell<ToldFailure> {
        private final Label happened = new Label();
        private final Label rest = new Label();
        private final VBox words = new VBox(happened, rest);

        Cell() {
            happened.getStyleClass().add("strong");
            happened.setWrapText(true);
            rest.getStyleClass().add("muted");
            rest.setWrapText(true);
            words.getStyleClass().add("reject");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable ToldFailure told, boolean empty) {
            super.updateItem(told, empty);
            setText(null);
            if (empty || told == null) {
                setGraphic(null);
                return;
            }
            happened.setText(Times.readable(told.at()) + "  " + told.failure().happened());
            rest.setText(
                    String.join(
                            " ",
                            told.failure().kept(),
                            told.failure().next(),
                            told.failure().code()));
            setAccessibleText(happened.getText() + ". " + rest.getText());
            setGraphic(words);
        }
    }
}
