package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.layout.VBox;

/// A line of the canvas: what it joins, how sure it is and why.
final class LinkPane {

    private LinkPane() {}

    static List<VBox> of(Subject.OfLink line, Consumer<NodeRef> select) {
        return line.link().relationships().stream().map(one -> part(one, line, select)).toList();
    }

    private static VBox part(Relationship one, Subject.OfLink line, Consumer<NodeRef> select) {
        Section ends = new Section("inspector.ends");
        ends.body()
                .getChildren()
                .addAll(
                        new NodeLink(Words.of("inspector.from", line.from()), one.from(), select),
                        new NodeLink(Words.of("inspector.to", line.to()), one.to(), select));
        VBox part = new VBox(ends, FactsPane.of(one.properties()));
        part.getStyleClass().add("link-part");
        return part;
    }
}
