package dev.fulgurite.investigation.copy;

import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;

/// A statement that finds one element of the graph, fit for the console and for any Cypher shell.
///
/// ```java
/// CypherCopy.of(host); // … {key: 'device:d1'}) …
/// ```
public final class CypherCopy {

    private CypherCopy() {}

    public static String of(Node node) {
        return filled(0, "$($label)", node.label(), "$key", node.key());
    }

    public static String of(Relationship relationship) {
        return filled(1, "$($type)", relationship.type(), "$id", relationship.id());
    }

    /// The name stands first in the text, so that what a value says is never taken for a place to
    /// fill.
    private static String filled(
            int statement, String namePlace, String name, String valuePlace, String value) {
        String text = CypherLibrary.packaged().file("read", "copied").statement(statement);
        int at = text.indexOf(valuePlace);
        return text.substring(0, at).replace(namePlace, CypherLiteral.name(name))
                + CypherLiteral.of(value)
                + text.substring(at + valuePlace.length())
                + ";";
    }
}
