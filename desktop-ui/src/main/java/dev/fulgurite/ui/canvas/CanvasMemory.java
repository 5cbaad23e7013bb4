package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.SavedCanvas;
import dev.fulgurite.investigation.SavedCanvas.SavedCard;
import dev.fulgurite.investigation.SavedCanvas.SavedCut;
import dev.fulgurite.investigation.SavedCanvas.SavedLook;
import dev.fulgurite.investigation.SavedCanvas.SavedPart;
import dev.fulgurite.investigation.SavedMarks;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes a canvas down, to be taken up in another session by [CanvasRecall].
public final class CanvasMemory {

    private CanvasMemory() {}

    public static SavedCanvas saved(CanvasState state, @Nullable View look) {
        Content content = state.content();
        Marks marks = content.marks();
        var spacing = content.layout().spacing();
        return new SavedCanvas(
                nodes(content.graph()),
                lines(content.graph()),
                names(content.members()),
                new SavedCanvas.Sizes(
                        spacing.cardWidth(),
                        spacing.cardHeight(),
                        spacing.columnGap(),
                        spacing.rowGap()),
                content.layout().columns(),
                content.layout().cards().stream().map(CanvasMemory::card).toList(),
                cuts(content),
                waiting(content),
                names(marks.hidden()),
                sets(marks.folded()),
                names(marks.pinned()),
                look == null
                        ? null
                        : new SavedLook(
                                look.scale(), look.dx(), look.dy(), look.width(), look.height()));
    }

    /// What is written on nodes.
    static SavedMarks marks(Marks written) {
        return new SavedMarks(sets(written.tags()), notes(written));
    }

    private static List<String> nodes(Subgraph part) {
        return part.nodes().stream().map(Node::ref).map(NodeRef::toString).toList();
    }

    private static List<String> lines(Subgraph part) {
        return part.relationships().stream().map(Relationship::ref).toList();
    }

    private static List<String> names(Collection<?> some) {
        return some.stream().map(Object::toString).sorted().toList();
    }

    private static SavedCard card(Placed placed) {
        List<String> nodes =
                placed.card().nodes().stream().map(Node::ref).map(NodeRef::toString).toList();
        return new SavedCard(
                placed.card().id(),
                nodes,
                placed.card().isStack(),
                placed.rank(),
                placed.x(),
                placed.y());
    }

    private static List<SavedCut> cuts(Content content) {
        List<SavedCut> cuts = new ArrayList<>();
        content.cuts()
                .forEach((walk, cut) ->
                        cuts.add(
                                new SavedCut(
                                        walk.from().toString(),
                                        walk.pivot(),
                                        walk.title(),
                                        cut.shown(),
                                        cut.total(),
                                        cut.more())));
        return cuts;
    }

    private static List<SavedPart> waiting(Content content) {
        List<SavedPart> parts = new ArrayList<>();
        content.waiting()
                .forEach(
                        (title, part) -> parts.add(new SavedPart(title, nodes(part), lines(part))));
        return parts;
    }

    private static <T> Map<String, List<String>> sets(Map<NodeRef, ? extends Collection<T>> of) {
        return of.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                one -> one.getKey().toString(),
                                one -> names(one.getValue()),
                                (a, b) -> a,
                                TreeMap::new));
    }

    private static Map<String, String> notes(Marks marks) {
        Map<String, String> notes = new TreeMap<>();
        marks.notes().forEach((node, text) -> notes.put(node.toString(), text));
        return notes;
    }
}
