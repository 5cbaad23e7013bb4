package dev.fulgurite.ui.theme;

import dev.fulgurite.ui.words.Words;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// A button that says what it does, never shortened.
///
/// ```java
/// new WordButton("queue.refresh", model::refresh).tipped().styled("small");
/// ```
public final class WordButton extends Button {

    private final String key;

    /// @param key of its words; [#tipped()] takes those of `key.tip` too
    public WordButton(String key, Runnable action) {
        super(Words.of(key));
        this.key = key;
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> action.run());
    }

    /// Tells more while the mouse rests on it, and to a screen reader.
    public WordButton tipped(Object... values) {
        String tip = Words.of(key + ".tip", values);
        setTooltip(new Tooltip(tip));
        setAccessibleHelp(tip);
        return this;
    }

    /// Gives it the id that tests and style sheets know it by.
    public WordButton named(String id) {
        setId(id);
        return this;
    }

    public WordButton styled(String... styles) {
        getStyleClass().addAll(styles);
        return this;
    }
}
