package dev.fulgurite.ui.alerts;

import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What can be done with the marked alerts, and what was done last.
final class TriageBar extends VBox {

    private final AlertsViewModel model;
    private final Label marked = new Label();
    private final FlowPane actions = new FlowPane();
    private final HBox done = new HBox();
    private final Label told = new Label();

    TriageBar(AlertsViewModel model, List<TriageAction> offered) {
        this.model = model;
        getStyleClass().add("triage");
        marked.getStyleClass().addAll("muted", "small");
        actions.getStyleClass().add("chips");
        offered.forEach(action -> actions.getChildren().add(button(action)));
        told.getStyleClass().add("small");
        told.setWrapText(true);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(told, Priority.ALWAYS);
        Button undo =
                new WordButton("triage.undo", () -> model.triage().undo())
                        .tipped()
                        .named("triage-undo")
                        .styled("small");
        done.getStyleClass().addAll("facts-line", "triage-done");
        done.getChildren().addAll(told, undo);
        getChildren().addAll(done, marked, actions);
        model.marked().subscribe(this::count);
        model.triage().progress().subscribe(_ -> tell(model.triage().last().get()));
        model.triage().last().subscribe(this::tell);
    }

    private static Button button(TriageAction action) {
        return new WordButton(action.key(), action.run())
                .tipped(action.letter())
                .named(action.key().replace('.', '-'))
                .styled("small");
    }

    private void count(List<String> ids) {
        marked.setText(Words.of("triage.marked", ids.size()));
        actions.setDisable(ids.isEmpty());
    }

    private void tell(@Nullable Deed last) {
        String progress = model.triage().progress().get();
        boolean silent = progress.isEmpty() && last == null;
        done.setVisible(!silent);
        done.setManaged(!silent);
        told.setText(progress.isEmpty() ? last == null ? "" : last.words() : progress);
        done.getChildren().getLast().setDisable(!progress.isEmpty());
    }
}
