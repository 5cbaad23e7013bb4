package dev.fulgurite.graph.neo4j.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The labels, types and names of properties, by numbers.
final class Words {

    /// Stands behind the last property of an element.
    static final int END = 0;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> all = new ArrayList<>(List.of(""));

    int number(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return known;
        }
        numbers.put(word, all.size());
        all.add(word);
        return all.size() - 1;
    }

    /// Each at its number.
    List<String> all() {
        return List.copyOf(all);
    }
}
