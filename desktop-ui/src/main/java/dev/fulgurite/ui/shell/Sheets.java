package dev.fulgurite.ui.shell;

import dev.fulgurite.ui.files.Choosers;
import dev.fulgurite.ui.files.OpenView;
import dev.fulgurite.ui.words.Words;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/// What the window asks and tells above its pages.
final class Sheets {

    private final Sheet open;
    private final OpenView openView;
    private final Sheet failures;
    private final FailuresView failuresView;
    private final Sheet closing;
    private final Button stop = new Button(Words.of("closing.stop"));
    private final Button keep = new Button(Words.of("closing.keep"));
    private final Label waiting = new Label(Words.of("closing.text"));
    private final ShellViewModel model;

    Sheets(ShellViewModel model, Choosers choosers, Pane window, Node behind) {
        this.model = model;
        openView = new OpenView(model.openings(), choosers);
        open = new Sheet(window, behind, "sheet-open", "open.title", openView);
        failuresView = new FailuresView(model.failures());
        failures = new Sheet(window, behind, "sheet-failures", "failures.title", failuresView);
        stop.setId("closing-stop");
        stop.getStyleClass().add("danger");
        keep.setId("closing-keep");
        waiting.setWrapText(true);
        waiting.setMaxWidth(460);
        HBox buttons = new HBox(keep, stop);
        buttons.getStyleClass().add("buttons");
        closing = new Sheet(window, behind, "sheet-closing", "closing.title", waiting, buttons);
        keep.setOnAction(_ -> closing.hide());
        model.state()
                .subscribe(state -> {
                    if (state instanceof ShellState.Opening) {
                        open.hide();
                    }
                });
    }

    void openAnother() {
        open.show(openView);
        openView.begin();
    }

    void failures() {
        failures.show(failuresView.list());
        failuresView.list().getSelectionModel().selectFirst();
    }

    /// Asks what is to become of an import before the window closes.
    ///
    /// @param close called when it stopped at a safe point
    void closing(Runnable close) {
        stop.setDisable(false);
        waiting.setText(Words.of("closing.text"));
        stop.setOnAction(_ -> {
            stop.setDisable(true);
            waiting.setText(Words.of("closing.wait"));
            model.files().stopThen(close);
        });
        closing.show(keep);
    }
}
