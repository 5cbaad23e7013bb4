package dev.fulgurite.ui.actions;

import dev.fulgurite.ui.words.Words;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that can be done in the window. The sheet of keys and the palette are made of these,
/// so that neither leaves one out.
///
/// @param id names it: `action.ID` says what it does, `action.ID.key` by which keys (empty for
///   none)
/// @param about what of the things that are there now it is about, such as a kind of card; filled
///   into its words
/// @param run does it; null for what needs a hand on the place, such as a drag
public record Action(String id, List<Object> about, @Nullable Runnable run) {

    public Action {
        about = List.copyOf(about);
    }

    public Action(String id, @Nullable Runnable run) {
        this(id, List.of(), run);
    }

    /// What only the keyboard or the mouse does, at the place itself.
    public static Action byHand(String id) {
        return new Action(id, null);
    }

    /// The same, once something else was done.
    public Action after(Runnable first) {
        Runnable then = run;
        return then == null
                ? this
                : new Action(
                        id,
                        about,
                        () -> {
                            first.run();
                            then.run();
                        });
    }

    public String words() {
        return Words.of("action." + id, about.toArray());
    }

    public String key() {
        return Words.of("action." + id + ".key");
    }
}
