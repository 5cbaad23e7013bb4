package dev.fulgurite.ui.actions;

import java.util.Map;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;

/// The desktop's clipboard, for texts.
public final class TextClip {

    private TextClip() {}

    /// Puts a text in the place of what is on it.
    public static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
