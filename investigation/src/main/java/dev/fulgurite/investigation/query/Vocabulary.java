package dev.fulgurite.investigation.query;

import dev.fulgurite.graph.cypher.CypherFile;
import dev.fulgurite.graph.cypher.CypherLibrary;
import dev.fulgurite.graph.cypher.Schema;
import dev.fulgurite.investigation.query.CypherText.Kind;
import dev.fulgurite.investigation.query.CypherText.Word;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What the graph's schema calls things, read from the product's own Cypher files: no graph is
/// asked.
public final class Vocabulary {

    private final SortedMap<String, String> labels = new TreeMap<>();
    private final SortedMap<String, String> types = new TreeMap<>();
    private final Map<String, SortedSet<String>> properties = new HashMap<>();

    public Vocabulary(CypherLibrary library) {
        Schema schema = new Schema(library);
        for (CypherFile file : library.files("schema")) {
            boolean type = schema.types().contains(file.id());
            (type ? types : labels).put(file.id(), type ? ends(file) : file.head("title"));
            file.headList("facts").forEach(fact -> property(file.id(), fact));
        }
        for (String folder : library.folders()) {
            for (CypherFile file : library.files(folder)) {
                file.statements().forEach(statement -> learn(statement.text()));
            }
        }
    }

    private static String ends(CypherFile file) {
        return file.head("from").isEmpty()
                ? file.head("title")
                : file.head("from") + " → " + file.head("to") + ": " + file.head("title");
    }

    /// Which properties are read of which variables, and of what these are.
    private void learn(String statement) {
        List<Word> words = CypherText.words(statement);
        Map<String, Set<String>> bound = bindings(words);
        for (int i = 2; i < words.size(); i++) {
            if (words.get(i).kind() == Kind.PROPERTY) {
                String name = words.get(i).text();
                bound.getOrDefault(words.get(i - 2).text(), Set.of())
                        .forEach(owner -> property(owner, name));
            }
        }
    }

    /// The labels or types of each variable of a text.
    static Map<String, Set<String>> bindings(List<Word> words) {
        Map<String, Set<String>> bound = new HashMap<>();
        String variable = "";
        for (int i = 0; i < words.size(); i++) {
            Word word = words.get(i);
            if (word.text().equals(":") && i > 0 && words.get(i - 1).kind() == Kind.NAME) {
                variable = words.get(i - 1).text();
            } else if (word.kind() == Kind.LABEL || word.kind() == Kind.TYPE) {
                bound.computeIfAbsent(variable, _ -> new TreeSet<>()).add(word.text());
            } else if (!"|&!:".contains(word.text())) {
                variable = "";
            }
        }
        bound.remove("");
        return bound;
    }

    private void property(String owner, String name) {
        boolean known = labels.containsKey(owner) || types.containsKey(owner);
        if (known && !name.startsWith("`")) {
            properties.computeIfAbsent(owner, _ -> new TreeSet<>()).add(name);
        }
    }

    /// Each label with what it stands for.
    public SortedMap<String, String> labels() {
        return Collections.unmodifiableSortedMap(labels);
    }

    /// Each relationship type with its ends and what it stands for.
    public SortedMap<String, String> types() {
        return Collections.unmodifiableSortedMap(types);
    }

    /// The properties of some labels and types; of all when none is named.
    public SortedSet<String> properties(Set<String> owners) {
        SortedSet<String> found = new TreeSet<>();
        for (String owner : owners.isEmpty() ? properties.keySet() : owners) {
            found.addAll(properties.getOrDefault(owner, Collections.emptySortedSet()));
        }
        return found;
    }
}
