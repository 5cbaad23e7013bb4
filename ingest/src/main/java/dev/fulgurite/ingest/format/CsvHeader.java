package dev.fulgurite.ingest.format;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The names of a CSV file's columns, without the ` [UTC]` that the portal adds to those of times.
/// It can be set to write them in another zone, and says then ` [Local Time]` or the like.
final class CsvHeader {

    private static final String ZONE = " [UTC]";
    private static final Pattern OTHER_ZONE =
            Pattern.compile("(TimeGenerated|Timestamp|CreatedDateTime|ActivityDateTime) \\[.+]");

    private final Map<String, Integer> indexes = new LinkedHashMap<>();
    private final int width;
    private String inOtherZone = "";

    CsvHeader(List<String> cells) {
        width = cells.size();
        for (int i = 0; i < width; i++) {
            String name = cells.get(i).strip();
            if (name.endsWith(ZONE)) {
                name = name.substring(0, name.length() - ZONE.length());
            } else if (OTHER_ZONE.matcher(name).matches()) {
                inOtherZone = name;
            }
            if (!name.isEmpty()) {
                indexes.putIfAbsent(name, i);
            }
        }
    }

    /// Whether the first line says something of the table and is not its header: the type that
    /// PowerShell's `Export-Csv` names, or the delimiter for Excel.
    static boolean isPreceded(ByteWindow window) throws IOException {
        return startsWith(window, "#TYPE ") || startsWith(window, "sep=");
    }

    private static boolean startsWith(ByteWindow window, String text) throws IOException {
        while (window.available() < text.length() && window.fill()) {
            // The window grows.
        }
        if (window.available() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (window.at(i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// A column of times that are not in UTC; `""` when there is none.
    String inOtherZone() {
        return inOtherZone;
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
