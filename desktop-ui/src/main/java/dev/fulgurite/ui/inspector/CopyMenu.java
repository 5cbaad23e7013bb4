package dev.fulgurite.ui.inspector;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.investigation.Wording;
import dev.fulgurite.investigation.copy.CypherCopy;
import dev.fulgurite.investigation.copy.KqlCopy;
import dev.fulgurite.ui.actions.TextClip;
import dev.fulgurite.ui.words.Words;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.MenuItem;

/// What can be copied of a node or line: its name, its key, and what finds it elsewhere.
public final class CopyMenu {

    private CopyMenu() {}

    /// The entries for a node, for any menu.
    public static List<MenuItem> of(Node node) {
        return List.of(
                item("copy.value", Optional.of(Wording.name(node))),
                item("copy.key", Optional.of(node.ref().toString())),
                item("copy.cypher", Optional.of(CypherCopy.of(node))),
                item("copy.kql", KqlCopy.of(node)));
    }

    /// The entries for a relationship.
    public static List<MenuItem> of(Relationship one) {
        return List.of(
                item("copy.key", Optional.of(one.ref())),
                item("copy.cypher", Optional.of(CypherCopy.of(one))),
                item("copy.kql", KqlCopy.of(one)));
    }

    private static MenuItem item(String key, Optional<String> text) {
        MenuItem item = new MenuItem(Words.of(text.isPresent() ? key : key + ".none"));
        item.setId(key);
        item.setDisable(text.isEmpty());
        text.ifPresent(words -> item.setOnAction(_ -> TextClip.copy(words)));
        return item;
    }
}
