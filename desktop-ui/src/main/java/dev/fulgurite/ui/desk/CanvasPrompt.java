package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.words.Words;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;

/// A line over the canvas that asks for a few words. Enter takes them, Esc gives up.
final class CanvasPrompt extends HBox {

    private final Runnable done;
    private final Label asks = new Label();
    private final TextField field = new TextField();
    private final Label answer = new Label();
    private BiFunction<String, Boolean, String> entered = (_, _) -> "";
    private boolean stays;

    /// @param done called when the line goes away
    CanvasPrompt(Runnable done) {
        this.done = done;
        getStyleClass().add("canvas-prompt");
        setId("canvas-prompt");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setPrefColumnCount(24);
        answer.getStyleClass().add("muted");
        getChildren().addAll(asks, field, answer);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(KeyEvent.KEY_PRESSED, KeyEvent::consume);
    }

    /// Asks once.
    void ask(String question, String given, Consumer<String> take) {
        open(question, given, "prompt.enter");
        stays = false;
        entered =
                (text, _) -> {
                    take.accept(text);
                    return "";
                };
    }

    /// Asks until it is given up; what comes of each Enter is told beside it.
    ///
    /// @param take the text, and whether Shift was held
    void askOn(String question, BiFunction<String, Boolean, String> take) {
        open(question, "", "prompt.find");
        stays = true;
        entered = take;
    }

    private void open(String question, String given, String hint) {
        asks.setText(question);
        field.setText(given);
        field.setVisible(true);
        field.setManaged(true);
        field.setAccessibleText(question);
        answer.setText(Words.of(hint));
        setVisible(true);
        // The letter that opened this must not be typed into it.
        Platform.runLater(() -> {
            field.requestFocus();
            field.selectAll();
        });
    }

    /// Says what is waited for, without a field.
    void tell(String words) {
        asks.setText(words);
        field.setVisible(false);
        field.setManaged(false);
        answer.setText(Words.of("prompt.escape"));
        setVisible(true);
    }

    void close() {
        setVisible(false);
        done.run();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            close();
        } else if (event.getCode() == KeyCode.ENTER) {
            String told = entered.apply(field.getText(), event.isShiftDown());
            if (stays) {
                answer.setText(told);
            } else {
                close();
            }
        } else {
            return;
        }
        event.consume();
    }
}
