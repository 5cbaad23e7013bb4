package dev.fulgurite.graph.model;

import java.util.Optional;

/// Names one node: its label and its key, written `Label:key`, for example
/// `Caller:upn:alice@contoso.com`. Keys are unique within their label.
public record NodeRef(String label, String key) implements Comparable<NodeRef> {

    public NodeRef {
        if (label.isEmpty() || key.isEmpty()) {
            throw new IllegalArgumentException(
                    "a node has a label and a key, not " + label + ":" + key);
        }
    }

    /// What `Label:key` names; empty when the text is not written so.
    public static Optional<NodeRef> parse(String written) {
        int colon = written.indexOf(':');
        return colon > 0 && colon < written.length() - 1
                ? Optional.of(
                        new NodeRef(written.substring(0, colon), written.substring(colon + 1)))
                : Optional.empty();
    }

    @Override
    public int compareTo(NodeRef other) {
        int byLabel = label.compareTo(other.label);
        return byLabel != 0 ? byLabel : key.compareTo(other.key);
    }

    @Override
    public String toString() {
        return label + ":" + key;
    }
}
