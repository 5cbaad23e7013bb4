package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.CardFaces;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.investigation.picture.Link;
import dev.fulgurite.ui.theme.IconView;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Kind, name and key of the subject.
final class SubjectHeading extends VBox {

    private SubjectHeading(
            Kind kind, String words, String title, String key, List<MenuItem> copies) {
        getStyleClass().add("subject");
        StackPane tile = new StackPane(new IconView(kind.icon(), 22));
        tile.getStyleClass()
                .addAll("tile", "family-" + kind.family().name().toLowerCase(Locale.ROOT));
        Label kindLabel = new Label(words);
        kindLabel.getStyleClass().addAll("muted", "small");
        Label name = new Label(title);
        name.getStyleClass().add("subject-title");
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(kindLabel, name);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox line = new HBox(tile, text);
        line.getStyleClass().add("subject-line");
        getChildren().add(line);
        if (!key.isEmpty()) {
            TextField field = key(key);
            HBox.setHgrow(field, Priority.ALWAYS);
            HBox keys = new HBox(field, copy(copies));
            keys.getStyleClass().add("subject-keys");
            getChildren().add(keys);
        }
    }

    static SubjectHeading of(Node node) {
        Kind kind = Kind.of(node.label());
        String title = new CardFaces(new Subgraph(List.of(node), List.of())).title(node);
        return new SubjectHeading(
                kind, kind.words(), title, node.ref().toString(), CopyMenu.of(node));
    }

    static SubjectHeading of(Card card) {
        return new SubjectHeading(card.kind(), card.kind().words(), card.title(), "", List.of());
    }

    static SubjectHeading of(Link link) {
        String how = Words.of("inspector.style." + link.style().name().toLowerCase(Locale.ROOT));
        return new SubjectHeading(
                Kind.RECORD,
                how,
                link.words(),
                link.relationships().getFirst().ref(),
                CopyMenu.of(link.relationships().getFirst()));
    }

    private static MenuButton copy(List<MenuItem> copies) {
        MenuButton copy = new MenuButton(Words.of("copy"));
        copy.setId("copy");
        copy.getStyleClass().addAll("flat", "small");
        copy.getItems().setAll(copies);
        copy.setMinWidth(USE_PREF_SIZE);
        return copy;
    }

    /// A field, so that the key can be marked and copied.
    private static TextField key(String key) {
        TextField field = new TextField(key);
        field.setEditable(false);
        field.getStyleClass().add("key");
        field.setAccessibleText(Words.of("inspector.key", key));
        return field;
    }
}
