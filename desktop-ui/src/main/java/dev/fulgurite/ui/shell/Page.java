package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.actions.Panes;
import dev.fulgurite.ui.words.Words;
import java.util.function.Supplier;
import javafx.scene.Node;

/// One of the things to do in the window; the rail on its left lists them.
///
/// @param id names it; `page.ID` is what the rail calls it
/// @param begin puts the keyboard where one begins on this page
/// @param panes gives what F6 goes through
record Page(String id, Icon icon, Node view, Runnable begin, Supplier<Panes> panes) {

    String words() {
        return Words.of("page." + id);
    }
}
