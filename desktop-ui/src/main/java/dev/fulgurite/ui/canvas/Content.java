package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.ui.canvas.CanvasState.Cut;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// All that a canvas holds, in sight or not. What is out of sight keeps its place.
///
/// @param graph every node, hidden and folded ones too
/// @param layout of all of it
/// @param members nodes of the alert itself
/// @param cuts pivots that had more results than were asked for
/// @param waiting what was found and was too much to be added at once, by its title
record Content(
        Subgraph graph,
        Layout layout,
        Set<NodeRef> members,
        Map<Walk, Cut> cuts,
        Map<String, Subgraph> waiting,
        Marks marks) {

    static final Content EMPTY =
            new Content(Subgraph.EMPTY, Layout.EMPTY, Set.of(), Map.of(), Map.of(), Marks.NONE);

    Content {
        members = Set.copyOf(members);
        cuts = Collections.unmodifiableMap(new LinkedHashMap<>(cuts));
        waiting = Collections.unmodifiableMap(new LinkedHashMap<>(waiting));
    }

    Content with(Layout other) {
        return new Content(graph, other, members, cuts, waiting, marks);
    }

    Content with(Marks other) {
        return new Content(graph, layout, members, cuts, waiting, other);
    }

    Content with(Subgraph more, Layout placed) {
        return new Content(more, placed, members, cuts, waiting, marks);
    }

    Content withCut(Walk walk, Cut cut) {
        Map<Walk, Cut> changed = new LinkedHashMap<>(cuts);
        changed.remove(walk);
        if (cut.shown() < cut.total()) {
            changed.put(walk, cut);
        }
        return new Content(graph, layout, members, changed, waiting, marks);
    }

    /// Keeps what could not be added yet; forgets whatever is here as a whole by now.
    Content withWaiting(String title, Subgraph what) {
        Map<String, Subgraph> changed = new LinkedHashMap<>(waiting);
        changed.merge(title, what, Subgraph::plus);
        changed.values().removeIf(part -> missing(part) == 0);
        return new Content(graph, layout, members, cuts, changed, marks);
    }

    /// How many nodes of a part are not here.
    int missing(Subgraph what) {
        Set<NodeRef> here = refs(graph);
        return (int) what.nodes().stream().filter(node -> !here.contains(node.ref())).count();
    }

    /// The part that is in sight.
    Subgraph inSight() {
        if (marks.hidden().isEmpty() && marks.folded().isEmpty()) {
            return graph;
        }
        Set<NodeRef> concealed = new HashSet<>(marks.hidden());
        marks.folded().values().forEach(concealed::addAll);
        List<Node> nodes =
                graph.nodes().stream().filter(node -> !concealed.contains(node.ref())).toList();
        List<Relationship> relationships =
                graph.relationships().stream()
                        .filter(one ->
                                !concealed.contains(one.from()) && !concealed.contains(one.to()))
                        .toList();
        return new Subgraph(nodes, relationships);
    }

    static Set<NodeRef> refs(Subgraph part) {
        Set<NodeRef> refs = new HashSet<>();
        part.nodes().forEach(node -> refs.add(node.ref()));
        return refs;
    }
}
