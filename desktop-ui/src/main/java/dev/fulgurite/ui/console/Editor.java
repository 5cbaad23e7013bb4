package dev.fulgurite.ui.console;

import dev.fulgurite.investigation.query.CypherText;
import dev.fulgurite.ui.editing.CypherArea;
import dev.fulgurite.ui.words.Words;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;

/// A query while it is written, with ways on at the caret.
final class Editor extends StackPane {

    private final CypherArea area = new CypherArea(CypherText::words);
    private final ProposalList proposals;
    private final ConsoleViewModel model;
    private boolean taking;

    Editor(ConsoleViewModel model) {
        this.model = model;
        getStyleClass().add("editor");
        area.setId("query-text");
        area.setAccessibleText(Words.of("console.editor"));
        proposals = new ProposalList(this::take);
        getChildren().addAll(new VirtualizedScrollPane<>(area), proposals);
        area.follow(model.text());
        area.caretPositionProperty().addListener(_ -> proposals.close());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    void begin() {
        area.requestFocus();
    }

    /// The text itself.
    CypherArea area() {
        return area;
    }

    private void key(KeyEvent event) {
        boolean open = proposals.isVisible();
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && event.isShortcutDown()) {
            proposals.close();
            model.run();
        } else if (code == KeyCode.SPACE && event.isShortcutDown()) {
            propose(true);
        } else if (open && (code == KeyCode.DOWN || code == KeyCode.UP)) {
            proposals.step(code == KeyCode.DOWN ? 1 : -1);
        } else if (open && (code == KeyCode.ENTER || code == KeyCode.TAB)) {
            proposals.choose();
        } else if (open && code == KeyCode.ESCAPE) {
            proposals.close();
        } else {
            return;
        }
        event.consume();
    }

    /// As one types, after what begins a name, and while a list is up.
    private void typed(KeyEvent event) {
        String typed = event.getCharacter();
        if (typed.isEmpty() || typed.charAt(0) < ' ' || event.isShortcutDown()) {
            if (typed.equals("\b") && proposals.isVisible()) {
                Platform.runLater(() -> propose(false));
            }
            return;
        }
        Platform.runLater(() -> propose(false));
    }

    private void propose(boolean asked) {
        if (taking) {
            return;
        }
        int caret = area.getCaretPosition();
        model.proposals(area.getText(), caret, asked)
                .filter(found -> asked || found.from() < caret || isNameNext(caret))
                .filter(found -> !found.all().isEmpty())
                .ifPresentOrElse(
                        found -> {
                            Bounds at =
                                    area.getCaretBounds()
                                            .map(this::screenToLocal)
                                            .orElse(area.getBoundsInParent());
                            proposals.open(found, at);
                        },
                        proposals::close);
    }

    private boolean isNameNext(int caret) {
        return caret > 0 && ":.|&".indexOf(area.getText().charAt(caret - 1)) >= 0;
    }

    private void take(int from, String text) {
        taking = true;
        int caret = area.getCaretPosition();
        area.replaceText(from, caret, text);
        if (text.endsWith("()")) {
            area.moveTo(from + text.length() - 1);
        }
        taking = false;
        proposals.close();
    }
}
