package dev.fulgurite.ui.catalogue;

import dev.fulgurite.detections.RuleState;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Name of the chosen rule, and why it does not see.
final class RuleHeading extends VBox {

    private final Label title = new Label();
    private final Label facts = new Label();
    private final VBox reasons = new VBox();
    private final Button edit = new Button();

    RuleHeading(CatalogueViewModel model) {
        getStyleClass().add("subject");
        title.getStyleClass().add("subject-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        title.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(title, Priority.ALWAYS);
        facts.getStyleClass().add("muted");
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        edit.setId("rule-edit");
        edit.getStyleClass().add("small");
        edit.setMinWidth(USE_PREF_SIZE);
        edit.setTooltip(new Tooltip(Words.of("catalogue.edit.tip")));
        edit.setOnAction(_ -> model.editor().edit(model.chosen().get()));
        HBox line = new HBox(title, edit);
        line.getStyleClass().add("facts-line");
        reasons.getStyleClass().add("reasons");
        getChildren().addAll(line, facts, reasons);
        model.details().subscribe(this::show);
    }

    private void show(@Nullable RuleDetails details) {
        setVisible(details != null);
        if (details == null) {
            return;
        }
        RuleState state = details.line().state();
        title.setText(state.title().isEmpty() ? state.rule() : state.title());
        facts.setText(
                String.join(
                        "   ·   ",
                        state.rule(),
                        details.line().severity(),
                        String.join(", ", state.attack()),
                        details.line().schedule()));
        edit.setText(Words.of(details.line().own() ? "catalogue.edit" : "catalogue.copy"));
        reasons.getChildren().clear();
        tell("catalogue.why." + state.state().word(), state.reasons());
        RuleState.Form form = state.published();
        if (form != null && form.state() != RuleState.State.READY) {
            tell(
                    "catalogue.why.published",
                    form.reasons().stream()
                            .filter(reason -> !state.reasons().contains(reason))
                            .toList());
        }
        if (!reasons.getChildren().isEmpty()) {
            boolean refused = state.state() == RuleState.State.REFUSED;
            boolean unset =
                    !state.reasons().isEmpty()
                            && state.reasons().stream()
                                    .allMatch(reason -> reason.startsWith("parameter "));
            advise(
                    refused
                            ? "catalogue.todo.refused"
                            : unset ? "catalogue.todo.parameter" : "catalogue.todo.blind");
        }
        reasons.setVisible(!reasons.getChildren().isEmpty());
        reasons.setManaged(reasons.isVisible());
    }

    private void tell(String key, List<String> whys) {
        if (whys.isEmpty()) {
            return;
        }
        Label heading = new Label(Words.of(key));
        heading.getStyleClass().add("strong");
        reasons.getChildren().add(heading);
        for (String why : whys) {
            Label label = new Label("• " + why);
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            reasons.getChildren().add(label);
        }
    }

    private void advise(String key) {
        Label todo = new Label(Words.of(key));
        todo.getStyleClass().add("muted");
        todo.setWrapText(true);
        todo.setMinHeight(USE_PREF_SIZE);
        reasons.getChildren().add(todo);
    }
}
