package dev.fulgurite.ui.editing;

import dev.fulgurite.graph.GraphException.Place;
import dev.fulgurite.investigation.query.CypherText.Kind;
import dev.fulgurite.investigation.query.CypherText.Word;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// A text of Cypher in colours, with the numbers of its lines. Tab is a letter of the text, so
/// Ctrl+Tab is the way out for the keyboard.
///
/// ```java
/// CypherArea area = new CypherArea(CypherText::words);
/// area.follow(model.text());
/// ```
public final class CypherArea extends CodeArea {

    /// Longer texts are shown without colours.
    private static final int COLOURED = 100_000;

    private static final Mistake NONE = new Mistake(-1, -1);

    private record Mistake(int from, int to) {
        boolean touches(Word word) {
            return word.from() < to && word.to() > from;
        }
    }

    private final Function<String, List<Word>> reading;
    private Mistake mistake = NONE;

    /// @param reading tells the words of a text
    public CypherArea(Function<String, List<Word>> reading) {
        this.reading = reading;
        setParagraphGraphicFactory(CypherArea::number);
        addEventFilter(KeyEvent.KEY_PRESSED, this::leave);
        textProperty().addListener((_, _, _) -> edited());
    }

    /// The library's own numbers ask for a font of the system, which is read on the window's
    /// thread.
    private static Node number(int line) {
        Label number = new Label(Integer.toString(line + 1));
        number.getStyleClass().add("lineno");
        return number;
    }

    private void leave(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && event.isShortcutDown()) {
            requestFocusTraversal(
                    event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
            event.consume();
        }
    }

    /// Keeps what is written here and a text of a view model the same.
    public void follow(StringProperty text) {
        text.subscribe(this::show);
        textProperty().addListener((_, _, written) -> text.set(written));
    }

    private void show(String text) {
        if (!text.equals(getText())) {
            replaceText(text);
            moveTo(text.length());
        }
    }

    /// Another text begins: the caret stands before it, and undoing does not lead back behind it.
    public void begin() {
        getUndoManager().forgetHistory();
        moveTo(0);
        requestFollowCaret();
    }

    /// Underlines the word at a place, until the text changes.
    public void mark(Place place) {
        if (place.line() <= getParagraphs().size()) {
            int at = getAbsolutePosition(place.line() - 1, 0) + place.column() - 1;
            int within = Math.min(at, getLength() - 1);
            mark(new Mistake(within, within + 1));
        }
    }

    /// Underlines a line, from 1, until the text changes.
    public void markLine(int line) {
        if (line >= 1 && line <= getParagraphs().size()) {
            int from = getAbsolutePosition(line - 1, 0);
            mark(new Mistake(from, from + getParagraphLength(line - 1)));
        }
    }

    public void unmark() {
        mark(NONE);
    }

    private void mark(Mistake next) {
        if (!next.equals(mistake)) {
            mistake = next;
            colour();
        }
    }

    /// Puts the caret and the keyboard there.
    public void go(Place place) {
        int line = Math.min(place.line(), getParagraphs().size()) - 1;
        moveTo(line, Math.min(place.column() - 1, getParagraphLength(line)));
        requestFollowCaret();
        requestFocus();
    }

    /// Selects a line, from 1, and puts the keyboard there.
    public void goToLine(int line) {
        go(new Place(line, 1));
        selectLine();
    }

    private void edited() {
        mistake = NONE;
        colour();
    }

    /// Only lines whose colours change are made anew: each costs a letter typed.
    private void colour() {
        String text = getText();
        if (text.isEmpty() || text.length() > COLOURED) {
            return;
        }
        StyleSpans<Collection<String>> spans = spans(text);
        int from = -1;
        int to = 0;
        int at = 0;
        for (int i = 0; i < getParagraphs().size(); i++) {
            int end = at + getParagraphLength(i);
            if (end > at && !spans.subView(at, end).equals(getStyleSpans(i))) {
                from = from < 0 ? at : from;
                to = end;
            }
            at = end + 1;
        }
        if (from >= 0) {
            setStyleSpans(from, spans.subView(from, to));
        }
    }

    private StyleSpans<Collection<String>> spans(String text) {
        StyleSpansBuilder<Collection<String>> spans = new StyleSpansBuilder<>();
        int at = 0;
        for (Word word : reading.apply(text)) {
            spans.add(List.of(), word.from() - at);
            spans.add(styles(word), word.to() - word.from());
            at = word.to();
        }
        spans.add(List.of(), text.length() - at);
        return spans.create();
    }

    /// What stands in the ink of the text needs no style: neighbours of one style are one piece.
    private List<String> styles(Word word) {
        List<String> styles = new ArrayList<>();
        if (word.kind() != Kind.NAME && word.kind() != Kind.SYMBOL) {
            styles.add("cypher-" + word.kind().name().toLowerCase(Locale.ROOT));
        }
        if (mistake.touches(word)) {
            styles.add("cypher-wrong");
        }
        return styles;
    }
}
