package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.picture.Link;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// A line of the canvas: what it joins, how sure it is and why.
final class LinkPane {

    private LinkPane() {}

    static List<VBox> of(Link link, Consumer<NodeRef> select) {
        return link.relationships().stream().map(one -> part(one, select)).toList();
    }

    private static VBox part(Relationship one, Consumer<NodeRef> select) {
        Section ends = new Section("inspector.ends");
        ends.body()
                .getChildren()
                .addAll(
                        new NodeLink(Words.of("inspector.from", one.from()), one.from(), select),
                        new NodeLink(Words.of("inspector.to", one.to()), one.to(), select));
        return new VBox(ends, FactsPane.of(one.properties()));
    }
}
