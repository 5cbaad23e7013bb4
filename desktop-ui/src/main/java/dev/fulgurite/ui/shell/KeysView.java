package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.actions.Action;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The keys of all actions on one sheet above the window; in a low window the arrow keys move it.
/// Esc, or a click beside it, puts it away.
final class KeysView extends StackPane {

    /// More lines than this stand in two columns.
    private static final int COLUMN = 12;

    /// Of all that is out of sight, what one press of an arrow key shows.
    private static final double STEP = 0.25;

    private final ScrollPane scroll = new ScrollPane();

    KeysView(List<Action> actions, Runnable close) {
        getStyleClass().add("sheet-ground");
        setId("keys");
        setFocusTraversable(true);
        Label title = new Label(Words.of("keys.title"));
        title.getStyleClass().add("screen-title");
        List<Action> keyed = actions.stream().filter(one -> !one.key().isEmpty()).toList();
        int rows = keyed.size() > COLUMN ? (keyed.size() + 1) / 2 : keyed.size();
        HBox columns =
                new HBox(grid(keyed.subList(0, rows)), grid(keyed.subList(rows, keyed.size())));
        columns.getStyleClass().add("keys-columns");
        scroll.setContent(columns);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        Button done = new WordButton("keys.close", close);
        VBox sheet = new VBox(title, scroll, done);
        sheet.getStyleClass().add("keys-sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                close.run();
            }
        });
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (taken(event.getCode(), close)) {
                        event.consume();
                    }
                });
    }

    private boolean taken(KeyCode key, Runnable close) {
        switch (key) {
            case ESCAPE -> close.run();
            case DOWN, PAGE_DOWN -> scroll.setVvalue(scroll.getVvalue() + STEP);
            case UP, PAGE_UP -> scroll.setVvalue(scroll.getVvalue() - STEP);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static GridPane grid(List<Action> actions) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("keys-grid");
        for (int i = 0; i < actions.size(); i++) {
            Label key = new Label(actions.get(i).key());
            key.getStyleClass().add("key-cap");
            grid.addRow(i, key, new Label(actions.get(i).words()));
        }
        return grid;
    }
}
