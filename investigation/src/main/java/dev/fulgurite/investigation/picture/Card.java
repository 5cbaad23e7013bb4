package dev.fulgurite.investigation.picture;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import java.time.Instant;
import java.util.List;

/// What stands for a node on a picture, for the faces of one thing, or for many alike.
///
/// @param id the node's name, or for a stack the name of its first node with its size's sign
/// @param nodes one; the faces of one thing, by name; or those of a stack, in time order
/// @param title what an analyst would call it
/// @param facts one or two more things to know, most telling first
/// @param clock when it happened, for what happens; `""` for what merely is
/// @param at when it first shows in the graph; [Instant#MAX] when nothing says
/// @param isStack whether it stands for several things
public record Card(
        String id,
        Kind kind,
        List<Node> nodes,
        String title,
        List<String> facts,
        String clock,
        Instant at,
        boolean isStack) {

    public Card {
        nodes = List.copyOf(nodes);
        facts = List.copyOf(facts);
        if (nodes.isEmpty()) {
            throw new IllegalArgumentException("a card stands for at least one node");
        }
    }

    public int count() {
        return nodes.size();
    }

    public boolean standsFor(NodeRef ref) {
        return nodes.stream().anyMatch(node -> node.ref().equals(ref));
    }
}
