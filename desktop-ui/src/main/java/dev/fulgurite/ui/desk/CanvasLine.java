package dev.fulgurite.ui.desk;

import dev.fulgurite.ui.canvas.CanvasState;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import dev.fulgurite.ui.canvas.SelectionActions;
import dev.fulgurite.ui.theme.WordButton;
import dev.fulgurite.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// How much of what is known is on the canvas, and what was left out.
final class CanvasLine extends HBox {

    private final DeskViewModel model;
    private final Label shown = new Label();
    private final Button show = new WordButton("status.show", this::showHidden).tipped();
    private final Button unfold = new WordButton("status.unfold", this::unfoldAll).tipped();
    private final HBox next = new HBox();

    CanvasLine(DeskViewModel model) {
        this.model = model;
        getStyleClass().addAll("status", "status-line");
        shown.setId("shown");
        shown.setMinWidth(USE_PREF_SIZE);
        Label brushed = new Label();
        brushed.setId("brushed");
        brushed.textProperty().bind(model.times().said());
        brushed.getStyleClass().add("strong");
        brushed.setMinWidth(USE_PREF_SIZE);
        Label said = new Label();
        said.textProperty().bind(model.canvas().said());
        said.getStyleClass().add("muted");
        next.getStyleClass().add("busy");
        next.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(shown, back("show-hidden", show), back("unfold-all", unfold));
        getChildren().addAll(brushed, said, next);
        model.canvas().state().subscribe(this::count);
    }

    private static Button back(String id, Button button) {
        button.setId(id);
        button.getStyleClass().addAll("flat", "small");
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private void showHidden() {
        new SelectionActions(model.canvas()).showHidden();
    }

    private void unfoldAll() {
        new SelectionActions(model.canvas()).unfoldAll();
    }

    private void count(CanvasState state) {
        shown.setText(model.canvas().status());
        show.setVisible(!state.hidden().isEmpty());
        unfold.setVisible(!state.folded().isEmpty());
        next.getChildren().clear();
        state.waiting()
                .forEach((title, cut) -> offer(title, cut, () -> model.canvas().bringNext(title)));
        for (Walk walk : state.cuts().keySet()) {
            CanvasState.Cut cut = state.cuts().get(walk);
            if (cut != null) {
                offer(walk.title(), cut, () -> model.walks().more(walk));
            }
        }
    }

    private void offer(String title, CanvasState.Cut cut, Runnable bring) {
        Button more = new Button(Words.of("status.more", title, cut.shown(), cut.totalWords()));
        more.setMnemonicParsing(false);
        more.getStyleClass().addAll("flat", "small");
        more.setOnAction(_ -> bring.run());
        next.getChildren().add(more);
    }
}
