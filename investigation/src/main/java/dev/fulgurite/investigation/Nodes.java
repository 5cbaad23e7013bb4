package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.InvestigationException.Kind;
import java.util.List;
import java.util.Map;

/// Finds the node that a text names.
final class Nodes {

    private final Read read;

    Nodes(Read read) {
        this.read = read;
    }

    Node named(String text) {
        return NodeRef.parse(text)
                .flatMap(ref -> read.nodes(List.of(ref)).stream().findFirst())
                .orElseGet(() -> byKey(text));
    }

    private Node byKey(String key) {
        List<Node> found = read.nodes("nodes-with-key", Map.of("key", key));
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (!found.isEmpty()) {
            throw new InvestigationException(
                    Kind.AMBIGUOUS_NODE, "several nodes have the key " + key, refs(found));
        }
        throw new InvestigationException(
                Kind.UNKNOWN_NODE,
                "no node is named " + key + "; a node is named Label:key, or key",
                refs(search(key, 10)));
    }

    Node at(NodeRef ref) {
        return read.nodes(List.of(ref)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new InvestigationException(Kind.UNKNOWN_NODE, "no node is named " + ref));
    }

    List<Node> search(String text, int limit) {
        return text.isBlank()
                ? List.of()
                : read.nodes("search", Map.of("text", text.strip(), "limit", (long) limit));
    }

    private static List<NodeRef> refs(List<Node> nodes) {
        return nodes.stream().map(Node::ref).toList();
    }
}
