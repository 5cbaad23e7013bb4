package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.NodeRef;
import dev.fulgurite.graph.model.Relationship;
import dev.fulgurite.graph.model.Subgraph;
import dev.fulgurite.investigation.SavedCanvas;
import dev.fulgurite.investigation.SavedCanvas.SavedCard;
import dev.fulgurite.investigation.SavedMarks;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.FlowLayout;
import dev.fulgurite.investigation.picture.Kind;
import dev.fulgurite.investigation.picture.Layout;
import dev.fulgurite.investigation.picture.Layout.Placed;
import dev.fulgurite.investigation.picture.Spacing;
import dev.fulgurite.investigation.picture.View;
import dev.fulgurite.ui.canvas.CanvasState.Cut;
import dev.fulgurite.ui.canvas.CanvasState.Walk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/// A canvas of an earlier session, with what the graph says now of what is on it.
///
/// @param gone nodes that the graph no longer has; they left the canvas
public record CanvasRecall(CanvasState state, @Nullable View look, int gone) {

    /// A saved canvas with its nodes as they are now.
    ///
    /// @param read gives the part of the graph with nodes and relationships of these names
    public static CanvasRecall of(
            SavedCanvas saved, BiFunction<Collection<String>, Collection<String>, Subgraph> read) {
        Subgraph graph = part(saved.nodes(), saved.relationships(), read);
        Map<String, Node> nodes = new HashMap<>();
        graph.nodes().forEach(node -> nodes.put(node.ref().toString(), node));
        Map<Walk, Cut> cuts = new LinkedHashMap<>();
        for (var cut : saved.cuts()) {
            NodeRef.parse(cut.from())
                    .ifPresent(from ->
                            cuts.put(
                                    new Walk(from, cut.pivot(), cut.title()),
                                    new Cut(cut.shown(), cut.total(), cut.more())));
        }
        Map<String, Subgraph> waiting = new LinkedHashMap<>();
        for (var part : saved.waiting()) {
            waiting.put(part.title(), part(part.nodes(), part.relationships(), read));
        }
        Content content =
                new Content(
                        graph,
                        layout(saved, nodes, graph),
                        refs(saved.members()),
                        cuts,
                        waiting,
                        marks(saved));
        int gone = saved.nodes().size() - graph.nodes().size();
        return new CanvasRecall(CanvasState.of(content), look(saved), gone);
    }

    /// Nodes and lines in the order they had: new cards find their places by it.
    private static Subgraph part(
            List<String> nodeNames,
            List<String> lineNames,
            BiFunction<Collection<String>, Collection<String>, Subgraph> read) {
        Subgraph found = read.apply(nodeNames, lineNames);
        Map<String, Node> nodes = new HashMap<>();
        found.nodes().forEach(node -> nodes.put(node.ref().toString(), node));
        Map<String, Relationship> lines = new HashMap<>();
        found.relationships().forEach(one -> lines.put(one.ref(), one));
        List<Node> ordered = new ArrayList<>();
        for (String name : nodeNames) {
            Node node = nodes.get(name);
            if (node != null) {
                ordered.add(node);
            }
        }
        Set<NodeRef> here = new HashSet<>();
        ordered.forEach(node -> here.add(node.ref()));
        List<Relationship> kept = new ArrayList<>();
        for (String name : lineNames) {
            Relationship one = lines.get(name);
            if (one != null && here.contains(one.from()) && here.contains(one.to())) {
                kept.add(one);
            }
        }
        return new Subgraph(ordered, kept);
    }

    private static Layout layout(SavedCanvas saved, Map<String, Node> nodes, Subgraph graph) {
        List<Placed> cards = new ArrayList<>();
        for (SavedCard card : saved.cards()) {
            List<Node> still = new ArrayList<>();
            for (String name : card.nodes()) {
                Node node = nodes.get(name);
                if (node != null) {
                    still.add(node);
                }
            }
            if (!still.isEmpty()) {
                Kind kind = Kind.of(still.getFirst().label());
                Card blank =
                        new Card(
                                card.id(),
                                kind,
                                still,
                                "",
                                List.of(),
                                "",
                                Instant.MAX,
                                card.stack());
                cards.add(new Placed(blank, card.rank(), card.x(), card.y()));
            }
        }
        SavedCanvas.Sizes sizes = saved.spacing();
        Spacing spacing =
                new Spacing(
                        sizes.cardWidth(), sizes.cardHeight(), sizes.columnGap(), sizes.rowGap());
        return FlowLayout.extend(new Layout(spacing, cards, saved.columns()), graph);
    }

    private static Marks marks(SavedCanvas saved) {
        Map<NodeRef, Set<NodeRef>> folded = new HashMap<>();
        saved.folded()
                .forEach((root, behind) ->
                        NodeRef.parse(root).ifPresent(ref -> folded.put(ref, refs(behind))));
        return new Marks(refs(saved.hidden()), folded, refs(saved.pinned()), Map.of(), Map.of());
    }

    /// What earlier sessions wrote on nodes.
    static Marks marks(SavedMarks saved) {
        Map<NodeRef, Set<String>> tags = new HashMap<>();
        saved.tags()
                .forEach((node, words) ->
                        NodeRef.parse(node).ifPresent(ref -> tags.put(ref, Set.copyOf(words))));
        Map<NodeRef, String> notes = new HashMap<>();
        saved.notes()
                .forEach(
                        (node, text) -> NodeRef.parse(node).ifPresent(ref -> notes.put(ref, text)));
        return Marks.NONE.written(tags, notes);
    }

    private static Set<NodeRef> refs(Collection<String> names) {
        Set<NodeRef> refs = new HashSet<>();
        names.forEach(name -> NodeRef.parse(name).ifPresent(refs::add));
        return refs;
    }

    private static @Nullable View look(SavedCanvas saved) {
        SavedCanvas.SavedLook look = saved.look();
        return look == null
                ? null
                : new View(look.scale(), look.dx(), look.dy(), look.width(), look.height());
    }
}
