package dev.fulgurite.ingest.source;

import dev.fulgurite.ingest.format.Columns;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The columns of a table that are kept as written, when they are not empty.
///
/// @param numeric those that are kept as numbers, when they are numbers
record Kept(List<String> names, Set<String> numeric) {

    Map<String, Object> of(Columns columns) {
        Map<String, Object> kept = new LinkedHashMap<>();
        for (String name : names) {
            String text = columns.text(name);
            if (!text.isEmpty()) {
                kept.put(name, numeric.contains(name) ? number(text) : text);
            }
        }
        return kept;
    }

    /// A `Long`, or the text when it is no number.
    private static Object number(String text) {
        try {
            return Long.valueOf(text.strip());
        } catch (NumberFormatException kept) {
            return text;
        }
    }
}
