package dev.fulgurite.ingest.format;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The names of a CSV file's columns, without the ` [UTC]` that the portal adds to those of times.
final class CsvHeader {

    private static final String ZONE = " [UTC]";

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final int width;

    CsvHeader(List<String> cells) {
        width = cells.size();
        for (int i = 0; i < width; i++) {
            String name = cells.get(i).strip();
            if (name.endsWith(ZONE)) {
                name = name.substring(0, name.length() - ZONE.length());
            }
            if (!name.isEmpty()) {
                indexes.putIfAbsent(name, i);
            }
        }
    }

    int width() {
        return width;
    }

    int index(String name) {
        return indexes.getOrDefault(name, -1);
    }

    Collection<String> names() {
        return Collections.unmodifiableSet(indexes.keySet());
    }
}
