package dev.fulgurite.investigation;

import dev.fulgurite.investigation.SavedCanvas.SavedPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Brings together what two windows made of the same: each begins with what it knew, and what it
/// did since holds, whichever of them saves last.
final class Merge {

    /// Title of what another window brought onto a canvas.
    static final String ELSEWHERE = "Brought in another window";

    private Merge() {}

    /// What one window wrote on nodes since it knew `base`, upon what is written by now. Of a node
    /// on which both wrote a note, both notes.
    static SavedMarks marks(SavedMarks base, SavedMarks mine, SavedMarks now) {
        Map<String, List<String>> tags = new TreeMap<>();
        for (String node : keys(base.tags(), mine.tags(), now.tags())) {
            Set<String> words = new TreeSet<>(words(now, node));
            words.removeAll(without(words(base, node), words(mine, node)));
            words.addAll(without(words(mine, node), words(base, node)));
            if (!words.isEmpty()) {
                tags.put(node, List.copyOf(words));
            }
        }
        Map<String, String> notes = new TreeMap<>();
        for (String node : keys(base.notes(), mine.notes(), now.notes())) {
            String note = note(said(base, node), said(mine, node), said(now, node));
            if (!note.isBlank()) {
                notes.put(node, note);
            }
        }
        return new SavedMarks(tags, notes);
    }

    private static String note(String base, String mine, String now) {
        if (mine.equals(base) || mine.equals(now)) {
            return now;
        }
        boolean bothSaid = !now.equals(base) && !now.isBlank() && !mine.isBlank();
        return bothSaid ? now + "\n" + mine : mine.isBlank() && !now.equals(base) ? now : mine;
    }

    /// A canvas as one window has it, which knew `base` before, with what is on it by now: cards
    /// stand where this window has them, and what another one brought waits to be brought here.
    static SavedCanvas canvas(SavedCanvas base, SavedCanvas mine, SavedCanvas now) {
        if (now.equals(base)) {
            return mine;
        }
        Set<String> here = new HashSet<>(mine.nodes());
        List<SavedPart> waiting = new ArrayList<>(mine.waiting());
        now.waiting().stream()
                .filter(part -> !base.waiting().contains(part) && !waiting.contains(part))
                .filter(part -> !here.containsAll(part.nodes()))
                .forEach(waiting::add);
        Set<String> known = new HashSet<>(base.nodes());
        known.addAll(here);
        waiting.forEach(part -> known.addAll(part.nodes()));
        if (!known.containsAll(now.nodes())) {
            waiting.removeIf(part -> part.title().equals(ELSEWHERE));
            waiting.add(new SavedPart(ELSEWHERE, brought(base, here, now), now.relationships()));
        }
        return mine.waitingFor(waiting);
    }

    /// All that is on it, for lines need both their ends; not what this window took away.
    private static List<String> brought(SavedCanvas base, Set<String> here, SavedCanvas now) {
        Set<String> taken = without(new TreeSet<>(base.nodes()), here);
        return now.nodes().stream().filter(node -> !taken.contains(node)).toList();
    }

    private static Set<String> keys(Map<String, ?> a, Map<String, ?> b, Map<String, ?> c) {
        Set<String> keys = new TreeSet<>(a.keySet());
        keys.addAll(b.keySet());
        keys.addAll(c.keySet());
        return keys;
    }

    private static Set<String> without(Set<String> words, Set<String> others) {
        Set<String> rest = new TreeSet<>(words);
        rest.removeAll(others);
        return rest;
    }

    private static Set<String> words(SavedMarks marks, String node) {
        return new TreeSet<>(marks.tags().getOrDefault(node, List.of()));
    }

    private static String said(SavedMarks marks, String node) {
        return marks.notes().getOrDefault(node, "");
    }
}
