package dev.fulgurite.ui.search;

import dev.fulgurite.ui.theme.IconView;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A heading or a choice; a click chooses.
final class EntryCell extends ListCell<Entry> {

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    EntryCell(Consumer<Entry> choose) {
        setPrefWidth(0);
        setOnMouseClicked(_ -> {
            Entry entry = getItem();
            if (entry != null) {
                choose.accept(entry);
            }
        });
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        setText(null);
        pseudoClassStateChanged(HEADING, entry instanceof Entry.Heading);
        if (empty || entry == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        switch (entry) {
            case Entry.Heading heading -> {
                setGraphic(heading(heading));
                setAccessibleText(heading.words() + " " + heading.note());
            }
            case Entry.Choice choice -> {
                setGraphic(line(choice));
                setAccessibleText(choice.title() + ", " + choice.detail() + ", " + choice.aside());
            }
        }
    }

    private static HBox heading(Entry.Heading heading) {
        Label words = new Label(heading.words());
        words.getStyleClass().add("palette-heading");
        Label note = new Label(heading.note());
        note.getStyleClass().addAll("muted", "small");
        HBox line = new HBox(words, note);
        line.getStyleClass().add("palette-heading-line");
        return line;
    }

    private static HBox line(Entry.Choice choice) {
        StackPane tile = new StackPane(new IconView(choice.icon(), 16));
        tile.getStyleClass().addAll("tile-small", choice.family());
        Label title = new Label(choice.title());
        title.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        VBox words = new VBox(title);
        if (!choice.detail().isBlank()) {
            Label detail = new Label(choice.detail());
            detail.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            detail.getStyleClass().addAll("muted", "small");
            words.getChildren().add(detail);
        }
        words.getStyleClass().add("palette-words");
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label aside = new Label(choice.aside());
        aside.setMinWidth(USE_PREF_SIZE);
        aside.getStyleClass().addAll("muted", "small");
        HBox line = new HBox(tile, words, aside);
        line.getStyleClass().add("palette-line");
        return line;
    }
}
