package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import java.util.ArrayList;
import java.util.List;

/// Paths between two nodes; each is named once by the nodes it goes through.
///
/// @param total how many there are
/// @param atLeast whether counting stopped there: there may be more
/// @param outOfTime whether looking for all of them took too long, so that this is only one
public record FoundPaths(List<Trail> trails, long total, boolean atLeast, boolean outOfTime) {

    static final FoundPaths NONE = new FoundPaths(List.of(), 0, false, false);

    /// A path: `steps.get(i)` joins `nodes.get(i)` and `nodes.get(i + 1)`, in either direction; of
    /// several relationships between the two the first by name.
    public record Trail(List<Node> nodes, List<Relationship> steps) {
        public Trail {
            nodes = List.copyOf(nodes);
            steps = List.copyOf(steps);
            if (nodes.size() != steps.size() + 1) {
                throw new IllegalArgumentException("a step between each two nodes");
            }
        }
    }

    public FoundPaths {
        trails = List.copyOf(trails);
    }

    public boolean cut() {
        return trails.size() < total || atLeast || outOfTime;
    }

    /// All paths together.
    public Subgraph graph() {
        List<Node> nodes = new ArrayList<>();
        List<Relationship> steps = new ArrayList<>();
        for (Trail trail : trails) {
            nodes.addAll(trail.nodes());
            steps.addAll(trail.steps());
        }
        return new Subgraph(nodes, steps);
    }

    /// What is not shown, as people read it; `""` when nothing is left out.
    public String cutWords() {
        if (outOfTime) {
            return "one of the shortest paths; looking for all of them took too long";
        }
        return cut() ? "first " + trails.size() + " of " + total + (atLeast ? " or more" : "") : "";
    }
}
