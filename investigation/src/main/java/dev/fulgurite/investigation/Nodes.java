package dev.fulgurite.investigation;

import dev.fulgurite.graph.Cancellation;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.investigation.InvestigationException.Kind;
import dev.fulgurite.investigation.search.Search;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the node that a text names.
final class Nodes {

    private static final int BATCH = 1_000;

    private final Read read;
    private final Search search;

    Nodes(Read read, Search search) {
        this.read = read;
        this.search = search;
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
                refs(search.entities(key, 10, Cancellation.current()).nodes()));
    }

    /// What people call these nodes, as far as they are still there.
    Map<NodeRef, String> names(Collection<NodeRef> refs) {
        List<NodeRef> wanted = refs.stream().distinct().sorted().toList();
        Map<NodeRef, String> names = new HashMap<>();
        for (int start = 0; start < wanted.size(); start += BATCH) {
            read.nodes(wanted.subList(start, Math.min(wanted.size(), start + BATCH)))
                    .forEach(node -> names.put(node.ref(), Wording.name(node)));
        }
        return names;
    }

    Node at(NodeRef ref) {
        return read.nodes(List.of(ref)).stream()
                .findFirst()
                .orElseThrow(() ->
                        new InvestigationException(Kind.UNKNOWN_NODE, "no node is named " + ref));
    }

    private static List<NodeRef> refs(List<Node> nodes) {
        return nodes.stream().map(Node::ref).toList();
    }
}
