package dev.fulgurite.ui.canvas;

import dev.fulgurite.investigation.picture.Hint;
import javafx.animation.PauseTransition;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// What is told of a card or line when the pointer rests on it, beside the pointer.
final class HintView extends VBox {

    private static final double WIDEST = 420;
    private static final double BESIDE = 16;

    private final PauseTransition rest = new PauseTransition(Duration.millis(350));
    private @Nullable Hint hint;
    private double x;
    private double y;

    HintView() {
        getStyleClass().add("hint");
        setId("hint");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        setMaxWidth(WIDEST);
        rest.setOnFinished(_ -> show());
    }

    /// Tells this once the pointer has rested; nothing for null.
    void tell(@Nullable Hint next) {
        setVisible(false);
        hint = next;
        if (next == null) {
            rest.stop();
        } else {
            rest.playFromStart();
        }
    }

    /// Where the pointer is.
    void follow(double pointerX, double pointerY) {
        x = pointerX;
        y = pointerY;
    }

    private void show() {
        Hint told = hint;
        if (told == null || getParent() == null) {
            return;
        }
        Label title = new Label(told.title());
        title.getStyleClass().add("hint-title");
        title.setWrapText(true);
        title.setMaxWidth(WIDEST);
        getChildren().setAll(title, rows(told));
        setVisible(true);
        applyCss();
        double width = Math.ceil(Math.min(WIDEST, prefWidth(-1)));
        double height = Math.ceil(prefHeight(width));
        double roomX = getParent().getLayoutBounds().getWidth();
        double roomY = getParent().getLayoutBounds().getHeight();
        double left = x + BESIDE + width > roomX ? x - BESIDE - width : x + BESIDE;
        double top = y + BESIDE + height > roomY ? y - BESIDE - height : y + BESIDE;
        resizeRelocate(Math.max(4, left), Math.max(4, top), width, height);
        layout();
    }

    private static GridPane rows(Hint told) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("hint-rows");
        int row = 0;
        for (Hint.Row each : told.rows()) {
            Label name = new Label(each.name());
            name.getStyleClass().add("muted");
            name.setMinWidth(USE_PREF_SIZE);
            Label value = new Label(each.value());
            value.setWrapText(true);
            value.setMaxWidth(WIDEST - 120);
            grid.addRow(row++, name, value);
        }
        return grid;
    }
}
