package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.util.HashMap;
import java.util.Map;

/// Nodes that are one thing under several keys. A doubtful identity (ambiguous, or in conflict)
/// joins nothing: both stay apart with a line between them.
public final class Faces {

    private final Map<NodeRef, NodeRef> towards = new HashMap<>();

    /// Those that a subgraph ties.
    public Faces(Subgraph graph) {
        for (Relationship one : graph.relationships()) {
            if (joins(one)) {
                NodeRef a = of(one.from());
                NodeRef b = of(one.to());
                if (a.compareTo(b) < 0) {
                    towards.put(b, a);
                } else if (b.compareTo(a) < 0) {
                    towards.put(a, b);
                }
            }
        }
    }

    /// As [#of], of a session; anything else stands for itself. What happens in a session is logged
    /// by each that saw it, what two keys of a host tell may be two things.
    public NodeRef ofSession(NodeRef ref) {
        return isSession(ref) ? of(ref) : ref;
    }

    /// Whether it is a session, which two logs may see under two keys.
    public static boolean isSession(NodeRef ref) {
        return ref.label().equals("PowerShellSession");
    }

    private static boolean joins(Relationship one) {
        Object conflict = one.get("conflict");
        return one.type().equals("SAME_AS")
                && one.from().label().equals(one.to().label())
                && (conflict == null || conflict.toString().isEmpty())
                && !Boolean.TRUE.equals(one.get("ambiguous"));
    }

    /// The node that stands for all faces of one thing: the first by its name.
    public NodeRef of(NodeRef ref) {
        NodeRef at = ref;
        for (NodeRef next = towards.get(at); next != null; next = towards.get(at)) {
            at = next;
        }
        return at;
    }
}
