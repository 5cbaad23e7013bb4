package dev.fulgurite.ui.alerts;

import dev.fulgurite.detections.AlertBrief;
import dev.fulgurite.detections.ClosingReason;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.Times;
import dev.fulgurite.ui.words.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Asks what an action needs to know: why alerts are closed, what is noted, until when a rule is
/// quiet. Esc puts it away, Ctrl+Enter does it.
final class TriageForm extends VBox {

    private static final Duration WEEK = Duration.ofDays(7);

    private final AlertsViewModel model;
    private final Runnable left;
    private final Button done = new Button();

    /// @param left called when the form was put away
    TriageForm(AlertsViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        setId("triage-form");
        getStyleClass().add("triage-form");
        done.getStyleClass().addAll("accent", "small");
        done.setId("triage-do");
        addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        leave();
    }

    private void pressed(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE) {
            leave();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
            done.fire();
            event.consume();
        }
    }

    private void leave() {
        setVisible(false);
        setManaged(false);
        left.run();
    }

    private void ask(String key, Node first, List<Node> fields, Runnable then) {
        int alerts = model.marked().get().size();
        Label title = new Label(Words.of(key + ".title", alerts));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        Button cancel = new Button(Words.of("triage.cancel"));
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> leave());
        done.setText(Words.of(key + ".do", alerts));
        done.setOnAction(_ -> {
            leave();
            then.run();
        });
        HBox buttons = new HBox(done, cancel);
        buttons.getStyleClass().add("buttons");
        getChildren().setAll(title);
        getChildren().addAll(fields);
        getChildren().add(buttons);
        setVisible(true);
        setManaged(true);
        first.requestFocus();
    }

    private void onlyWhen(ObservableValue<Boolean> holds) {
        done.disableProperty().bind(holds.map(yes -> !yes));
    }

    void close() {
        ToggleGroup reasons = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add("choices");
        for (ClosingReason reason : ClosingReason.values()) {
            choices.getChildren()
                    .add(choice(Words.of("closing." + reason.name()), reason, reasons));
        }
        TextArea note = note("", "triage.close.note");
        onlyWhen(reasons.selectedToggleProperty().map(_ -> true).orElse(false));
        ask(
                "triage.close",
                choices.getChildren().getFirst(),
                List.of(choices, note),
                () -> {
                    Toggle chosen = reasons.getSelectedToggle();
                    if (chosen != null && chosen.getUserData() instanceof ClosingReason reason) {
                        model.triage().close(reason, note.getText());
                    }
                });
    }

    void note() {
        List<AlertBrief> alerts = model.markedAlerts();
        String before = alerts.size() == 1 ? alerts.getFirst().note() : "";
        TextArea note = note(before, "triage.note.prompt");
        onlyWhen(note.textProperty().map(text -> !text.strip().equals(before)));
        ask("triage.note", note, List.of(note), () -> model.triage().note(note.getText()));
    }

    void suppress() {
        List<AlertBrief> alerts = model.markedAlerts();
        if (alerts.isEmpty()) {
            return;
        }
        AlertBrief alert = alerts.getFirst();
        ToggleGroup scopes = new ToggleGroup();
        VBox choices = new VBox();
        choices.getStyleClass().add("choices");
        for (NodeRef entity : model.named(alert)) {
            String name = model.nameOf(entity);
            choices.getChildren()
                    .add(choice(Words.of("triage.suppress.one", name), entity, scopes));
        }
        choices.getChildren()
                .add(choice(Words.of("triage.suppress.all", alert.rule()), alert.rule(), scopes));
        TextField until =
                new TextField(
                        Times.readable(Instant.now().plus(WEEK).truncatedTo(ChronoUnit.HOURS)));
        until.setId("triage-until");
        TextArea note = note("", "triage.suppress.note");
        onlyWhen(
                until.textProperty()
                        .flatMap(text ->
                                scopes.selectedToggleProperty()
                                        .map(_ -> isFuture(text))
                                        .orElse(false)));
        Label rule = small(Words.of("triage.suppress.rule", alert.rule()));
        ask(
                "triage.suppress",
                choices.getChildren().getFirst(),
                List.of(rule, choices, small(Words.of("triage.suppress.until")), until, note),
                () -> suppress(alert, scopes.getSelectedToggle(), until, note));
    }

    private void suppress(AlertBrief alert, Toggle scope, TextField until, TextArea note) {
        NodeRef entity = scope.getUserData() instanceof NodeRef one ? one : null;
        Times.parse(until.getText())
                .ifPresent(
                        end -> model.triage().suppress(alert.rule(), entity, end, note.getText()));
    }

    private static boolean isFuture(String text) {
        return Times.parse(text).filter(Instant.now()::isBefore).isPresent();
    }

    private static Label small(String words) {
        Label label = new Label(words);
        label.getStyleClass().addAll("muted", "small");
        label.setWrapText(true);
        return label;
    }

    private static RadioButton choice(String words, Object meant, ToggleGroup group) {
        RadioButton choice = new RadioButton(words);
        choice.setUserData(meant);
        choice.setToggleGroup(group);
        choice.setWrapText(true);
        return choice;
    }

    private static TextArea note(String text, String prompt) {
        TextArea note = new TextArea(text);
        note.setId("triage-text");
        note.setPromptText(Words.of(prompt));
        note.setAccessibleText(Words.of(prompt));
        note.setPrefRowCount(3);
        note.setWrapText(true);
        return note;
    }
}
