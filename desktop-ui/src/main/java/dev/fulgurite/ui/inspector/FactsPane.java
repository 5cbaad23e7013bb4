package dev.fulgurite.ui.inspector;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.layout.VBox;

/// Properties by name: what Fulgurite knows, then the columns of the log as they were written.
final class FactsPane extends VBox {

    private FactsPane() {
        getStyleClass().add("facts");
    }

    static FactsPane of(Map<String, Object> properties) {
        FactsPane pane = new FactsPane();
        List<Fact> facts = Fact.of(properties);
        String table = Objects.toString(properties.get("table"), "");
        pane.add(new Section("inspector.facts"), facts, false);
        pane.add(
                table.isEmpty()
                        ? new Section("inspector.columns")
                        : Section.titled(Words.of("inspector.columns.of", table)),
                facts,
                true);
        if (pane.getChildren().isEmpty()) {
            Section none = new Section("inspector.facts");
            none.body().getChildren().add(Section.muted(Words.of("inspector.facts.none")));
            pane.getChildren().add(none);
        }
        return pane;
    }

    private void add(Section section, List<Fact> facts, boolean columns) {
        for (Fact fact : facts) {
            if (fact.column() == columns) {
                section.body().getChildren().add(new FactRow(fact));
            }
        }
        if (!section.body().getChildren().isEmpty()) {
            getChildren().add(section);
        }
    }
}
