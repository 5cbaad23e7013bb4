package dev.fulgurite.ui.inspector;

import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A name with its value, which is copied by the button beside it, or by Ctrl+C.
final class FactRow extends VBox {

    /// More is shown when it is asked for: a script can be tens of thousands of signs long.
    private static final int AT_FIRST = 1_500;

    private final Fact fact;

    FactRow(Fact fact) {
        this.fact = fact;
        getStyleClass().add("fact");
        setFocusTraversable(true);
        setAccessibleText(fact.name() + ": " + fact.value());
        Label name = new Label(fact.name());
        name.getStyleClass().addAll("muted", "small");
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Button copy = new Button(Words.of("copy"));
        copy.getStyleClass().addAll("flat", "small", "fact-copy");
        copy.setFocusTraversable(false);
        copy.setAccessibleText(Words.of("copy.of", fact.name()));
        copy.setMinWidth(USE_PREF_SIZE);
        copy.setOnAction(_ -> TextClip.copy(fact.value()));
        HBox top = new HBox(name, copy);
        top.getStyleClass().add("fact-top");
        Label value = value();
        getChildren().addAll(top, value);
        if (fact.value().length() > AT_FIRST) {
            getChildren().add(more(value));
        }
        setOnMouseClicked(_ -> requestFocus());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    private Label value() {
        Label value = new Label(begun(fact.value()));
        value.getStyleClass().add(fact.column() ? "column-value" : "fact-value");
        value.setWrapText(true);
        value.setMinHeight(USE_PREF_SIZE);
        return value;
    }

    private static String begun(String text) {
        return text.length() > AT_FIRST ? text.substring(0, AT_FIRST) + "…" : text;
    }

    private Button more(Label value) {
        Button more = new Button(Words.of("inspector.whole", fact.value().length()));
        more.getStyleClass().addAll("flat", "small");
        more.setOnAction(_ -> {
            value.setText(fact.value());
            getChildren().remove(more);
        });
        return more;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.C) {
            TextClip.copy(fact.value());
            event.consume();
        }
    }
}
