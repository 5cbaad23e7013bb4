package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.NodeRef;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Tooltip;

/// A name that selects its node.
final class NodeLink extends Hyperlink {

    NodeLink(String words, NodeRef node, Consumer<NodeRef> select) {
        super(words);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        setTooltip(new Tooltip(node.toString()));
        setOnAction(_ -> select.accept(node));
    }
}
