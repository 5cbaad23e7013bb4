package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys on one sheet above the window. Esc, or a click beside it, puts it away.
final class KeysView extends StackPane {

    private static final List<String> KEYS =
            List.of(
                    "panels",
                    "select",
                    "walk",
                    "menu",
                    "many",
                    "hide",
                    "fold",
                    "group",
                    "marks",
                    "find",
                    "copy",
                    "back",
                    "evidence",
                    "fit",
                    "zoom",
                    "pan",
                    "drag",
                    "timeline",
                    "brush",
                    "play",
                    "undo",
                    "clear",
                    "pages",
                    "letters",
                    "help");

    KeysView(Runnable close) {
        getStyleClass().add("sheet-ground");
        setId("keys");
        setFocusTraversable(true);
        Label title = new Label(Words.of("keys.title"));
        title.getStyleClass().add("screen-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int i = 0; i < KEYS.size(); i++) {
            Label key = new Label(Words.of("keys." + KEYS.get(i)));
            key.getStyleClass().add("key-cap");
            Label meaning = new Label(Words.of("keys." + KEYS.get(i) + ".means"));
            grid.addRow(i, key, meaning);
        }
        Button done = new Button(Words.of("keys.close"));
        done.setOnAction(_ -> close.run());
        VBox sheet = new VBox(title, grid, done);
        sheet.getStyleClass().add("keys-sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close.run();
                event.consume();
            }
        });
    }
}
