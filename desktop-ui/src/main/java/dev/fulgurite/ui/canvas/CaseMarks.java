package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.NodeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/// Tags and notes of a case. They belong to nodes, so that every canvas shows them. What stands is
/// what earlier sessions left and what was done since, in that order, without what was undone: to
/// undo takes back what that action did, on every canvas, and nothing else.
final class CaseMarks {

    /// What one action did: words that came onto nodes and words that went, and what was said of
    /// nodes, blank where that was taken away.
    static final class Deed {
        private final Map<NodeRef, Set<String>> put = new HashMap<>();
        private final Map<NodeRef, Set<String>> taken = new HashMap<>();
        private final Map<NodeRef, String> noted = new HashMap<>();
        private boolean undone;

        static Deed between(Marks before, Marks after) {
            Deed deed = new Deed();
            Set<NodeRef> nodes = new HashSet<>(before.tags().keySet());
            nodes.addAll(after.tags().keySet());
            nodes.addAll(before.notes().keySet());
            nodes.addAll(after.notes().keySet());
            for (NodeRef node : nodes) {
                put(deed.put, node, before.tagsOf(node), after.tagsOf(node));
                put(deed.taken, node, after.tagsOf(node), before.tagsOf(node));
                if (!before.noteOf(node).equals(after.noteOf(node))) {
                    deed.noted.put(node, after.noteOf(node));
                }
            }
            return deed;
        }

        private static void put(
                Map<NodeRef, Set<String>> into, NodeRef node, Set<String> without, Set<String> of) {
            Set<String> more = new HashSet<>(of);
            more.removeAll(without);
            if (!more.isEmpty()) {
                into.put(node, more);
            }
        }

        boolean isNothing() {
            return put.isEmpty() && taken.isEmpty() && noted.isEmpty();
        }
    }

    private final List<Deed> deeds = new ArrayList<>();
    private Marks begun = Marks.NONE;
    private boolean known;
    private Marks now = Marks.NONE;
    private int version;

    /// Whether it is known what earlier sessions left.
    boolean isKnown() {
        return known;
    }

    /// Takes up what earlier sessions left, once.
    void begin(Marks left) {
        if (!known) {
            known = true;
            begun = left;
            reckon();
        }
    }

    /// Another case comes.
    void forget() {
        known = false;
        begun = Marks.NONE;
        deeds.clear();
        reckon();
    }

    void add(Deed deed) {
        if (!deed.isNothing()) {
            deeds.add(deed);
            reckon();
        }
    }

    void undo(Deed deed) {
        deed.undone = true;
        reckon();
    }

    void redo(Deed deed) {
        deed.undone = false;
        reckon();
    }

    /// Another number when something else is written on any node.
    int version() {
        return version;
    }

    /// What is written on the nodes of the case; nothing else is marked here.
    Marks now() {
        return now;
    }

    /// Every word in use.
    SortedSet<String> words() {
        return new TreeSet<>(now.words().keySet());
    }

    private void reckon() {
        Map<NodeRef, Set<String>> tags = new HashMap<>();
        begun.tags().forEach((node, words) -> tags.put(node, new HashSet<>(words)));
        Map<NodeRef, String> notes = new HashMap<>(begun.notes());
        for (Deed deed : deeds) {
            if (!deed.undone) {
                deed.put.forEach((node, words) -> of(tags, node).addAll(words));
                deed.taken.forEach((node, words) -> of(tags, node).removeAll(words));
                notes.putAll(deed.noted);
            }
        }
        notes.values().removeIf(String::isBlank);
        Marks next = Marks.NONE.written(tags, notes);
        if (!next.equals(now)) {
            now = next;
            version++;
        }
    }

    private static Set<String> of(Map<NodeRef, Set<String>> tags, NodeRef node) {
        return tags.computeIfAbsent(node, _ -> new HashSet<>());
    }
}
