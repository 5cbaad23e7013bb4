package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Ties object ids of callers with the principal names and application ids they were seen with. A
/// name that is neither, such as an application's title, ties nothing: anybody may choose it.
@AutoService(LinkStep.class)
public final class CallerFaces implements LinkStep {

    private static final String OBJECT = "oid:";
    private static final Pattern GUID =
            Pattern.compile("[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12}");

    @Override
    public List<Row> holding(List<Row> read) {
        Set<String> faces = new TreeSet<>();
        SortedMap<String, Set<String>> bearers = new TreeMap<>();
        for (Row row : read) {
            String key = row.text("key");
            faces.add(key);
            if (key.startsWith(OBJECT)) {
                row.list("names", String.class)
                        .forEach(name ->
                                bearers.computeIfAbsent(face(name), _ -> new TreeSet<>()).add(key));
            }
        }
        List<Row> ties = new ArrayList<>();
        bearers.forEach((face, objects) -> {
            objects.remove(face);
            if (faces.contains(face)) {
                objects.forEach(object -> ties.add(tie(face, object, objects)));
            }
        });
        return ties;
    }

    /// The key that a name would have as a caller; `""` when it tells nobody.
    private static String face(String written) {
        String name = written.strip().toLowerCase(Locale.ROOT);
        if (name.indexOf('@') >= 0) {
            return "upn:" + name;
        }
        return GUID.matcher(name).matches() ? OBJECT + dashed(name.replace("-", "")) : "";
    }

    private static String dashed(String guid) {
        return String.join(
                "-",
                guid.substring(0, 8),
                guid.substring(8, 12),
                guid.substring(12, 16),
                guid.substring(16, 20),
                guid.substring(20));
    }

    private static Row tie(String face, String object, Set<String> objects) {
        int n = objects.size();
        String name = face.substring(face.indexOf(':') + 1);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", face);
        row.put("to", object);
        row.put("confidence", 1.0 / n);
        row.put("reason", "one record names both " + name + " and this object id");
        row.put("ambiguous", n > 1);
        row.put(
                "conflict",
                n > 1 ? name + " is borne by " + n + ": " + String.join(", ", objects) : "");
        return new Row(row);
    }
}
