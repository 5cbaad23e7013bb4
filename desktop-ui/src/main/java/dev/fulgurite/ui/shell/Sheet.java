package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Something asked or told above the window, which rests meanwhile. Esc, or a click beside it, puts
/// it away and gives the keyboard back to where it was.
final class Sheet extends StackPane {

    private final Pane window;
    private final Node behind;
    private @Nullable Node focus;

    /// @param window what the sheet covers
    /// @param behind what rests while it does
    Sheet(Pane window, Node behind, String id, String titleKey, Node... content) {
        this.window = window;
        this.behind = behind;
        setId(id);
        getStyleClass().add("sheet-ground");
        Label title = new Label(Words.of(titleKey));
        title.getStyleClass().add("screen-title");
        VBox sheet = new VBox(title);
        sheet.getChildren().addAll(content);
        sheet.getStyleClass().add("keys-sheet");
        sheet.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        getChildren().add(sheet);
        setOnMouseClicked(event -> {
            if (event.getTarget() == this) {
                hide();
            }
        });
        // Before the controls on it: a list keeps Esc for itself.
        addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE) {
                        hide();
                        event.consume();
                    }
                });
    }

    /// Shows it and puts the keyboard on a part of it.
    void show(Node first) {
        if (!isShown()) {
            focus = window.getScene().getFocusOwner();
            behind.setDisable(true);
            window.getChildren().add(this);
        }
        first.requestFocus();
    }

    boolean isShown() {
        return window.getChildren().contains(this);
    }

    void hide() {
        if (isShown()) {
            window.getChildren().remove(this);
            behind.setDisable(false);
            if (focus != null && focus.getScene() != null) {
                focus.requestFocus();
            }
        }
    }
}
