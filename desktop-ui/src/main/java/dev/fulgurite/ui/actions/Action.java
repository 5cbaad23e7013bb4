package dev.fulgurite.ui.actions;

import dev.fulgurite.ui.words.Words;
import org.jspecify.annotations.Nullable;

/// Something that can be done in the window. The sheet of keys and the palette are made of these,
/// so that neither leaves one out.
///
/// @param id names it: `action.ID` says what it does, `action.ID.key` by which keys (empty for
///   none)
/// @param run does it; null for what needs a hand on the place, such as a drag
public record Action(String id, @Nullable Runnable run) {

    /// What only the keyboard or the mouse does, at the place itself.
    public static Action byHand(String id) {
        return new Action(id, null);
    }

    public String words() {
        return Words.of("action." + id);
    }

    public String key() {
        return Words.of("action." + id + ".key");
    }
}
