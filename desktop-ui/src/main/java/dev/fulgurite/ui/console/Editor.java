package dev.fulgurite.ui.console;

import dev.fulgurite.graph.GraphException.Place;
import dev.fulgurite.investigation.query.CypherText;
import dev.fulgurite.investigation.query.CypherText.Word;
import dev.fulgurite.ui.words.Words;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;
import org.jspecify.annotations.Nullable;

/// Cypher with colours, line numbers and ways on at the caret.
final class Editor extends StackPane {

    /// Longer texts are shown without colours.
    private static final int COLOURED = 100_000;

    private final CodeArea area = new CodeArea();
    private final ProposalList proposals;
    private final ConsoleViewModel model;
    private @Nullable Place mistake;
    private boolean taking;

    Editor(ConsoleViewModel model) {
        this.model = model;
        getStyleClass().add("editor");
        area.setId("query-text");
        area.setParagraphGraphicFactory(Editor::number);
        area.setAccessibleText(Words.of("console.editor"));
        proposals = new ProposalList(this::take);
        getChildren().addAll(new VirtualizedScrollPane<>(area), proposals);
        area.textProperty().addListener((_, _, text) -> edited(text));
        area.caretPositionProperty().addListener(_ -> proposals.close());
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        area.addEventFilter(KeyEvent.KEY_TYPED, this::typed);
        model.text().subscribe(this::show);
    }

    /// The library's own numbers ask for a font of the system, which is read on the window's
    /// thread.
    private static Node number(int line) {
        Label number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("lineno");
        return number;
    }

    void begin() {
        area.requestFocus();
    }

    boolean holds(Node node) {
        return area.equals(node);
    }

    private void show(String text) {
        if (!text.equals(area.getText())) {
            area.replaceText(text);
            area.moveTo(text.length());
        }
    }

    private void edited(String text) {
        mistake = null;
        model.text().set(text);
        colour();
    }

    /// Underlines the word at a place; null takes the mark away.
    void mark(@Nullable Place place) {
        mistake = place;
        colour();
    }

    /// Puts the caret there.
    void go(Place place) {
        int line = Math.min(place.line(), area.getParagraphs().size()) - 1;
        int column = Math.min(place.column() - 1, area.getParagraphLength(line));
        area.moveTo(line, column);
        area.requestFollowCaret();
        area.requestFocus();
    }

    private void colour() {
        String text = area.getText();
        if (!text.isEmpty() && text.length() <= COLOURED) {
            area.setStyleSpans(0, spans(text, offset(text)));
        }
    }

    private int offset(String text) {
        Place place = mistake;
        if (place == null || place.line() > area.getParagraphs().size()) {
            return -1;
        }
        return Math.min(
                area.getAbsolutePosition(place.line() - 1, 0) + place.column() - 1,
                text.length() - 1);
    }

    private static StyleSpans<Collection<String>> spans(String text, int wrong) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (Word word : CypherText.words(text)) {
            spans.add(List.of(), word.from() - at);
            List<String> styles = new ArrayList<>();
            styles.add("cypher-" + word.kind().name().toLowerCase(Locale.ROOT));
            if (wrong >= word.from() && wrong < word.to()) {
                styles.add("cypher-wrong");
            }
            spans.add(styles, word.to() - word.from());
            at = word.to();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    private void key(KeyEvent event) {
        boolean open = proposals.isVisible();
        KeyCode code = event.getCode();
        if (code == KeyCode.ENTER && event.isShortcutDown()) {
            proposals.close();
            model.run();
        } else if (code == KeyCode.TAB && event.isShortcutDown()) {
            // Tab alone is a letter of the text, so this is the way out for the keyboard.
            area.requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
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
