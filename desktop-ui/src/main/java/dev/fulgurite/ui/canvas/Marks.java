package dev.fulgurite.ui.canvas;

import dev.fulgurite.graph.model.NodeRef;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What an analyst marked on a canvas. Immutable; nothing of it is in the graph. Tags and notes
/// belong to the node and stand on every canvas with it ([CaseMarks]).
///
/// @param hidden taken out of sight one by one
/// @param folded behind a node: what hung on it when it was folded
/// @param pinned keep their places in every layout
/// @param tags words on nodes
/// @param notes what was said of nodes
public record Marks(
        Set<NodeRef> hidden,
        Map<NodeRef, Set<NodeRef>> folded,
        Set<NodeRef> pinned,
        Map<NodeRef, Set<String>> tags,
        Map<NodeRef, String> notes) {

    public static final Marks NONE = new Marks(Set.of(), Map.of(), Set.of(), Map.of(), Map.of());

    public Marks {
        hidden = Set.copyOf(hidden);
        folded = sets(folded);
        pinned = Set.copyOf(pinned);
        tags = sets(tags);
        notes = Map.copyOf(notes);
    }

    private static <T> Map<NodeRef, Set<T>> sets(Map<NodeRef, Set<T>> given) {
        Map<NodeRef, Set<T>> copy = new LinkedHashMap<>();
        given.forEach((node, set) -> {
            if (!set.isEmpty()) {
                copy.put(node, Set.copyOf(set));
            }
        });
        return Map.copyOf(copy);
    }

    /// Out of sight for whichever reason.
    public boolean conceals(NodeRef node) {
        return hidden.contains(node)
                || folded.values().stream().anyMatch(behind -> behind.contains(node));
    }

    /// Words on a node, in order.
    public SortedSet<String> tagsOf(NodeRef node) {
        Set<String> own = tags.get(node);
        return own == null ? new TreeSet<>() : new TreeSet<>(own);
    }

    /// What was said of a node; `""` when nothing was.
    public String noteOf(NodeRef node) {
        String note = notes.get(node);
        return note == null ? "" : note;
    }

    /// Words in use, each with how many nodes bear it.
    public SortedMap<String, Integer> words() {
        SortedMap<String, Integer> words = new TreeMap<>();
        tags.values().forEach(set -> set.forEach(word -> words.merge(word, 1, Integer::sum)));
        return words;
    }

    /// What is folded behind any of some nodes.
    public Set<NodeRef> behind(Collection<NodeRef> nodes) {
        Set<NodeRef> behind = new HashSet<>();
        nodes.forEach(node -> behind.addAll(behindOf(node)));
        return behind;
    }

    /// The same with other tags and notes.
    Marks written(Map<NodeRef, Set<String>> words, Map<NodeRef, String> said) {
        return new Marks(hidden, folded, pinned, words, said);
    }

    /// What is written on some nodes, and nothing else.
    Marks writtenOn(Set<NodeRef> nodes) {
        Map<NodeRef, Set<String>> words = new LinkedHashMap<>(tags);
        words.keySet().retainAll(nodes);
        Map<NodeRef, String> said = new LinkedHashMap<>(notes);
        said.keySet().retainAll(nodes);
        return NONE.written(words, said);
    }

    Marks hide(Collection<NodeRef> nodes) {
        return new Marks(with(hidden, nodes), folded, pinned, tags, notes);
    }

    /// Takes nodes out of hiding, and out from behind what they were folded into.
    Marks reveal(Collection<NodeRef> nodes) {
        Map<NodeRef, Set<NodeRef>> still = new LinkedHashMap<>();
        folded.forEach((root, behind) -> still.put(root, without(behind, nodes)));
        return new Marks(without(hidden, nodes), still, pinned, tags, notes);
    }

    Marks pin(Collection<NodeRef> nodes) {
        return new Marks(hidden, folded, with(pinned, nodes), tags, notes);
    }

    Marks unpin(Collection<NodeRef> nodes) {
        return new Marks(hidden, folded, without(pinned, nodes), tags, notes);
    }

    Marks tag(Collection<NodeRef> nodes, String word) {
        return tagged(nodes, word, true);
    }

    Marks untag(Collection<NodeRef> nodes, String word) {
        return tagged(nodes, word, false);
    }

    private Marks tagged(Collection<NodeRef> nodes, String word, boolean bears) {
        Map<NodeRef, Set<String>> changed = new LinkedHashMap<>(tags);
        for (NodeRef node : nodes) {
            Set<String> own = tagsOf(node);
            if (bears) {
                own.add(word);
            } else {
                own.remove(word);
            }
            changed.put(node, own);
        }
        return new Marks(hidden, folded, pinned, changed, notes);
    }

    Marks note(NodeRef node, String text) {
        Map<NodeRef, String> changed = new LinkedHashMap<>(notes);
        if (text.isBlank()) {
            changed.remove(node);
        } else {
            changed.put(node, text.strip());
        }
        return new Marks(hidden, folded, pinned, tags, changed);
    }

    Marks fold(NodeRef root, Collection<NodeRef> behind) {
        Map<NodeRef, Set<NodeRef>> changed = new LinkedHashMap<>(folded);
        changed.put(root, with(behindOf(root), behind));
        return new Marks(hidden, changed, pinned, tags, notes);
    }

    Marks unfold(NodeRef root) {
        Map<NodeRef, Set<NodeRef>> changed = new LinkedHashMap<>(folded);
        changed.remove(root);
        return new Marks(hidden, changed, pinned, tags, notes);
    }

    /// What is folded behind a node; nothing when it is not folded.
    public Set<NodeRef> behindOf(NodeRef root) {
        @Nullable Set<NodeRef> behind = folded.get(root);
        return behind == null ? Set.of() : behind;
    }

    private static <T> Set<T> with(Set<T> set, Collection<T> more) {
        Set<T> both = new HashSet<>(set);
        both.addAll(more);
        return both;
    }

    private static <T> Set<T> without(Set<T> set, Collection<T> less) {
        Set<T> rest = new HashSet<>(set);
        rest.removeAll(less);
        return rest;
    }
}
