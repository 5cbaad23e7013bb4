package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.Parameter;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What the chosen rule says of itself, its parameters and its file.
final class RuleAbout extends ScrollPane {

    private static final List<String> SAID =
            List.of("why", "blind spots", "false positives", "triage", "needs", "sources");
    private static final int MOST_LINES = 40;

    private final VBox body = new VBox();

    // One for all rules: what JavaFX keeps of the pixels of a text area is never given back.
    private final TextArea file = new TextArea();

    RuleAbout(CatalogueViewModel model) {
        body.getStyleClass().add("inspector-body");
        setContent(body);
        setFitToWidth(true);
        file.setId("rule-file");
        file.setEditable(false);
        file.getStyleClass().add("raw");
        model.details().subscribe(this::show);
    }

    private void show(@Nullable RuleDetails details) {
        body.getChildren().clear();
        if (details == null) {
            return;
        }
        for (String key : SAID) {
            if (!details.said(key).isBlank()) {
                section(Words.of("rule." + key.replace(' ', '-')), text(details.said(key)));
            }
        }
        parameters(details);
        file.setText(details.text());
        file.home();
        file.setAccessibleText(Words.of("rule.file", details.line().state().file()));
        file.setPrefRowCount((int) Math.min(MOST_LINES, details.text().lines().count() + 1));
        section(Words.of("rule.file", details.line().state().file()), file);
        setVvalue(0);
    }

    private void parameters(RuleDetails details) {
        List<Parameter> parameters = details.line().state().parameters();
        VBox list = new VBox();
        list.getStyleClass().add("section-body");
        for (Parameter parameter : parameters) {
            String value =
                    parameter.required()
                            ? Words.of("rule.parameter.required")
                            : String.valueOf(parameter.fallback());
            Label name = text(parameter.name() + " = " + value);
            name.getStyleClass().add("column-value");
            Label meaning = text(parameter.meaning());
            meaning.getStyleClass().add("muted");
            VBox one = new VBox(name, meaning);
            one.getStyleClass().add("tight");
            list.getChildren().add(one);
        }
        if (!parameters.isEmpty()) {
            section(Words.of("rule.parameters"), list);
        }
    }

    private void section(String title, Node content) {
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        heading.setWrapText(true);
        VBox section = new VBox(heading, content);
        section.getStyleClass().add("section");
        body.getChildren().add(section);
    }

    private static Label text(String words) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
