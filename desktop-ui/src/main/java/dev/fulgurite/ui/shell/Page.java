package dev.fulgurite.ui.shell;

import dev.fulgurite.investigation.picture.Icon;
import dev.fulgurite.ui.words.Words;
import javafx.scene.Node;

/// One of the things to do in the window; the rail on its left lists them.
///
/// @param id names it; `page.ID` is what the rail calls it
/// @param begin puts the keyboard where one begins on this page
record Page(String id, Icon icon, Node view, Runnable begin) {

    String words() {
        return Words.of("page." + id);
    }
}
