package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.Neighbours;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.ui.words.Words;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How many neighbours a node has, by type.
final class LinksPane extends Section {

    LinksPane(ReadOnlyObjectProperty<Loadable<Neighbours>> neighbours) {
        super("inspector.links");
        follow(neighbours, LinksPane::lines);
    }

    private static Node lines(Neighbours neighbours) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight");
        for (Neighbours.Count one : neighbours.counts()) {
            lines.getChildren().add(line(one, neighbours.complete()));
        }
        if (neighbours.counts().isEmpty()) {
            lines.getChildren().add(muted(Words.of("inspector.links.none")));
        } else if (!neighbours.complete()) {
            lines.getChildren().add(muted(Words.of("inspector.links.cut", Neighbours.COUNTED)));
        }
        return lines;
    }

    private static HBox line(Neighbours.Count one, boolean complete) {
        Kind kind = Kind.of(one.label());
        String other = one.neighbours() == 1 ? kind.words() : kind.plural();
        String verb = one.type().toLowerCase(Locale.ROOT).replace('_', ' ');
        String key = one.outgoing() ? "inspector.link.out" : "inspector.link.in";
        Label words = new Label(Words.of(key, verb, other));
        words.setMaxWidth(Double.MAX_VALUE);
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label count =
                new Label(
                        Words.of(
                                complete ? "inspector.link.count" : "inspector.link.more",
                                one.neighbours()));
        count.getStyleClass().add("count");
        count.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(words, count);
        line.getStyleClass().add("link-line");
        return line;
    }
}
