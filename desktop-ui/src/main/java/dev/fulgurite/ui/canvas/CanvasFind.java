package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.investigation.picture.Card;
import dev.fulgurite.investigation.picture.Layout.Placed;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds cards by what is written on them, their keys, tags and notes, whatever the case.
public final class CanvasFind {

    private final CanvasViewModel model;
    private int at = -1;
    private String last = "";

    public CanvasFind(CanvasViewModel model) {
        this.model = model;
    }

    /// How many cards have a text.
    public int count(String text) {
        return matches(text).size();
    }

    /// Selects the next card that has a text, after the last one the first again.
    ///
    /// @return its place among them, from 1; 0 when there is none
    public int next(String text, boolean back) {
        List<Placed> found = matches(text);
        if (found.isEmpty()) {
            return 0;
        }
        if (!text.equals(last)) {
            at = back ? 0 : -1;
            last = text;
        }
        at = Math.floorMod(at + (back ? -1 : 1), found.size());
        model.selectCard(found.get(at).card());
        return at + 1;
    }

    private List<Placed> matches(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        CanvasState now = model.state().get();
        return now.layout().cards().stream()
                .filter(placed -> has(placed.card(), now.marks(), wanted))
                .sorted(Comparator.comparingDouble(Placed::x).thenComparingDouble(Placed::y))
                .toList();
    }

    private static boolean has(Card card, Marks marks, String wanted) {
        return holds(card.title(), wanted)
                || card.facts().stream().anyMatch(fact -> holds(fact, wanted))
                || holds(card.kind().words(), wanted)
                || card.nodes().stream().anyMatch(node -> has(node, marks, wanted));
    }

    private static boolean has(Node node, Marks marks, String wanted) {
        return holds(node.key(), wanted)
                || holds(marks.noteOf(node.ref()), wanted)
                || marks.tagsOf(node.ref()).stream().anyMatch(tag -> holds(tag, wanted));
    }

    private static boolean holds(String text, String wanted) {
        return text.toLowerCase(Locale.ROOT).contains(wanted);
    }
}
