package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// Ties the faces of one thing: a strong face (a device id, a SID) with the names it was seen
/// under, and weak faces that are only a name. Names may be short or full; a short name is tied to
/// the one full name it fits. What does not fit is tied all the same, but with its conflict.
final class Faces {

    private static final double SHORT_FORM = 0.9;

    private final String strongPrefix;
    private final UnaryOperator<String> shortForm;
    private final SortedMap<String, Set<String>> bearers = new TreeMap<>();
    private final Map<String, String> conflicts = new LinkedHashMap<>();
    private final Map<String, Row> ties = new LinkedHashMap<>();

    /// @param strongPrefix how keys of strong faces begin
    /// @param shortForm the short form of a name; a name that is its own short form is short
    Faces(String strongPrefix, UnaryOperator<String> shortForm) {
        this.strongPrefix = strongPrefix;
        this.shortForm = shortForm;
    }

    /// Ties of faces that are given as rows of `key` and `names`.
    List<Row> ties(List<Row> faces) {
        for (Row face : faces) {
            List<String> names = face.list("names", String.class);
            names.forEach(name ->
                    bearers.computeIfAbsent(name, _ -> new TreeSet<>()).add(face.text("key")));
            noteUnrelated(face.text("key"), names);
        }
        bearers.forEach(this::tieEqual);
        Map<String, Set<String>> fullNames = new TreeMap<>();
        for (String name : bearers.keySet()) {
            if (!isShort(name)) {
                fullNames.computeIfAbsent(shortForm.apply(name), _ -> new TreeSet<>()).add(name);
            }
        }
        fullNames.forEach(this::tieShort);
        return List.copyOf(ties.values());
    }

    private boolean isShort(String name) {
        return shortForm.apply(name).equals(name);
    }

    private void noteUnrelated(String key, List<String> names) {
        Set<String> shortForms = new HashSet<>();
        Set<String> full = new HashSet<>();
        for (String name : names) {
            shortForms.add(shortForm.apply(name));
            if (!isShort(name)) {
                full.add(name);
            }
        }
        if (shortForms.size() > 1 || full.size() > 1) {
            conflicts.put(
                    key, key + " is recorded under unrelated names: " + String.join(", ", names));
        }
    }

    private void tieEqual(String name, Set<String> keys) {
        List<String> strong = keys.stream().filter(this::isStrong).toList();
        List<String> weak = keys.stream().filter(key -> !isStrong(key)).toList();
        int n = strong.size();
        String conflict =
                n > 1 ? name + " is borne by " + n + ": " + String.join(", ", strong) : "";
        String reason = "both are named " + name;
        for (String key : weak) {
            strong.forEach(face -> tie(key, face, 1.0 / n, n > 1, reason, conflict));
        }
        strong.stream()
                .skip(1)
                .forEach(face -> tie(strong.getFirst(), face, 1.0 / n, true, reason, conflict));
    }

    private void tieShort(String shortName, Set<String> fullNames) {
        Set<String> shortFaces = bearers.getOrDefault(shortName, Set.of());
        int n = fullNames.size();
        for (String full : fullNames) {
            Set<String> fullFaces = bearers.getOrDefault(full, Set.of());
            long devices = fullFaces.stream().filter(this::isStrong).count();
            String conflict = devices > 1 ? full + " is borne by " + devices : "";
            String reason = shortName + " is the short form of " + full;
            for (String shortFace : shortFaces) {
                for (String fullFace : fullFaces) {
                    double confidence = n == 1 ? SHORT_FORM : 1.0 / n;
                    tie(shortFace, fullFace, confidence, n > 1, reason, conflict);
                }
            }
        }
    }

    private boolean isStrong(String key) {
        return key.startsWith(strongPrefix);
    }

    private void tie(
            String one,
            String other,
            double confidence,
            boolean ambiguous,
            String reason,
            String conflict) {
        boolean turned =
                isStrong(one) == isStrong(other) ? one.compareTo(other) > 0 : isStrong(one);
        String from = turned ? other : one;
        String to = turned ? one : other;
        if (from.equals(to) || ties.containsKey(from + "\n" + to)) {
            return;
        }
        List<String> all = new ArrayList<>(List.of(conflict));
        all.add(conflicts.getOrDefault(from, ""));
        all.add(conflicts.getOrDefault(to, ""));
        all.removeIf(String::isEmpty);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", from);
        row.put("to", to);
        row.put("confidence", all.isEmpty() ? confidence : Math.min(confidence, 0.5));
        row.put("reason", reason);
        row.put("ambiguous", ambiguous);
        row.put("conflict", String.join("; ", all));
        ties.put(from + "\n" + to, new Row(row));
    }
}
