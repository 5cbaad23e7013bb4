package dev.fulgurite.ui.inspector;

import dev.fulgurite.ui.words.Words;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Properties by name, whole.
final class FactsPane extends Section {

    private FactsPane() {
        super("inspector.facts");
    }

    static FactsPane of(Map<String, Object> properties) {
        FactsPane pane = new FactsPane();
        for (Fact fact : Fact.of(properties)) {
            Label name = new Label(fact.name());
            name.getStyleClass().addAll("muted", "small");
            Label value = new Label(fact.value());
            value.getStyleClass().add(fact.column() ? "column-value" : "fact-value");
            value.setWrapText(true);
            value.setMinHeight(USE_PREF_SIZE);
            VBox line = new VBox(name, value);
            line.getStyleClass().add("fact");
            pane.body().getChildren().add(line);
        }
        if (pane.body().getChildren().isEmpty()) {
            pane.body().getChildren().add(muted(Words.of("inspector.facts.none")));
        }
        return pane;
    }
}
