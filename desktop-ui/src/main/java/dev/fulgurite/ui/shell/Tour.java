package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A few words beside each part of the desk, once, on the sample. Enter or → goes on, ← goes back,
/// Esc ends it.
final class Tour extends Pane {

    /// @param key its words
    /// @param anchor the part of the window that it is about
    private record Step(String key, String anchor) {}

    private static final List<Step> STEPS =
            List.of(
                    new Step("alerts", "#alerts"),
                    new Step("story", "#story"),
                    new Step("canvas", "#canvas"),
                    new Step("inspector", ".inspector"),
                    new Step("files", "#page-files"));
    private static final double GAP = 16;
    private static final double WIDTH = 380;

    private final Pane window;
    private final Runnable ended;
    private final Region ring = new Region();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label place = new Label();
    private final Button next = new Button();
    private final Button back = new Button(Words.of("tour.back"));
    private final Button skip = new Button(Words.of("tour.skip"));
    private final VBox card;
    private int step;

    /// @param ended called when it is over, however it ends
    Tour(Pane window, Runnable ended) {
        this.window = window;
        this.ended = ended;
        setId("tour");
        getStyleClass().add("tour");
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        title.getStyleClass().add("subject-title");
        text.setWrapText(true);
        place.getStyleClass().addAll("muted", "small");
        next.getStyleClass().add("accent");
        next.setId("tour-next");
        next.setOnAction(_ -> go(step + 1));
        back.setOnAction(_ -> go(step - 1));
        skip.getStyleClass().add("flat");
        skip.setId("tour-skip");
        skip.setOnAction(_ -> end());
        HBox buttons = new HBox(next, back, skip, place);
        buttons.getStyleClass().addAll("buttons", "busy");
        card = new VBox(title, text, buttons);
        card.getStyleClass().add("tour-card");
        card.setPrefWidth(WIDTH);
        getChildren().addAll(ring, card);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        layoutBoundsProperty().subscribe(_ -> Platform.runLater(this::place));
    }

    void begin() {
        window.getChildren().add(this);
        go(0);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            end();
        } else if (code == KeyCode.RIGHT) {
            go(step + 1);
        } else if (code == KeyCode.LEFT) {
            go(step - 1);
        } else if (code == KeyCode.ENTER && next.isFocused()) {
            go(step + 1);
        } else if (code == KeyCode.TAB) {
            nextButton(event.isShiftDown());
        } else {
            return;
        }
        event.consume();
    }

    /// The keyboard stays on the card: what lies behind rests.
    private void nextButton(boolean backwards) {
        List<Button> buttons =
                Stream.of(next, back, skip).filter(button -> !button.isDisabled()).toList();
        int now = 0;
        for (int i = 0; i < buttons.size(); i++) {
            now = buttons.get(i).isFocused() ? i : now;
        }
        int onward = backwards ? buttons.size() - 1 : 1;
        buttons.get((now + onward) % buttons.size()).requestFocus();
    }

    private void go(int to) {
        if (to >= STEPS.size()) {
            end();
            return;
        }
        step = Math.max(0, to);
        String key = "tour." + STEPS.get(step).key();
        title.setText(Words.of(key));
        text.setText(Words.of(key + ".text"));
        place.setText(Words.of("tour.place", step + 1, STEPS.size()));
        boolean last = step == STEPS.size() - 1;
        next.setText(Words.of(last ? "tour.done" : "tour.next"));
        next.setAccessibleText(next.getText() + ". " + title.getText() + ". " + text.getText());
        back.setDisable(step == 0);
        place();
        next.requestFocus();
    }

    /// Puts the ring around the part and the card beside it, all of it inside the window.
    private void place() {
        Node anchor = window.lookup(STEPS.get(step).anchor());
        if (anchor == null || getScene() == null) {
            return;
        }
        Bounds part = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
        ring.resizeRelocate(part.getMinX(), part.getMinY(), part.getWidth(), part.getHeight());
        card.applyCss();
        double width = card.prefWidth(-1);
        double height = card.prefHeight(width);
        boolean right = part.getMaxX() + GAP + width < getWidth();
        boolean left = part.getMinX() - GAP - width > 0;
        double x =
                right
                        ? part.getMaxX() + GAP
                        : left ? part.getMinX() - GAP - width : part.getCenterX() - width / 2;
        double y = right || left ? part.getMinY() + GAP : part.getCenterY() - height / 2;
        card.resizeRelocate(
                Math.clamp(x, 0, Math.max(0, getWidth() - width)),
                Math.clamp(y, 0, Math.max(0, getHeight() - height)),
                width,
                height);
    }

    @Override
    protected void layoutChildren() {
        place();
    }

    private void end() {
        if (window.getChildren().remove(this)) {
            ended.run();
        }
    }
}
