package dev.fulgurite.ui.inspector;

import java.util.SortedSet;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;

/// The tags and the note that the analyst gave a node on this canvas.
final class MarksPane extends Section {

    MarksPane(SortedSet<String> tags, String note) {
        super("inspector.marks");
        FlowPane words = new FlowPane(6, 4);
        for (String tag : tags) {
            Label label = new Label(tag);
            label.getStyleClass().add("tag");
            words.getChildren().add(label);
        }
        if (!tags.isEmpty()) {
            body().getChildren().add(words);
        }
        if (!note.isEmpty()) {
            Label said = new Label(note);
            said.setWrapText(true);
            said.setMinHeight(USE_PREF_SIZE);
            body().getChildren().add(said);
        }
    }
}
