package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.ui.words.Words;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// How many neighbours a node has, by type.
final class LinksPane extends Section {

    LinksPane(ReadOnlyObjectProperty<Loadable<Links>> links) {
        super("inspector.links");
        follow(links, LinksPane::lines);
    }

    private static Node lines(Links links) {
        VBox lines = new VBox();
        lines.getStyleClass().add("tight");
        for (LinkCount one : links.counts()) {
            Kind kind = Kind.of(one.other());
            String other = one.count() == 1 ? kind.words() : kind.plural();
            String key = one.outgoing() ? "inspector.link.out" : "inspector.link.in";
            Label words = new Label(Words.of(key, one.verb(), other));
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Label count = new Label(Long.toString(one.count()));
            count.getStyleClass().add("count");
            HBox line = new HBox(words, count);
            line.getStyleClass().add("link-line");
            lines.getChildren().add(line);
        }
        if (links.counted() < links.total()) {
            lines.getChildren()
                    .add(muted(Words.of("inspector.links.cut", links.counted(), links.total())));
        }
        return lines;
    }
}
