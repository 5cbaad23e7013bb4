package dev.fulgurite.detections.published;

import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.TableRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a row of files and commands says against itself: things that nobody meant to put together.
final class Doubts {

    private Doubts() {}

    /// Of a row that has the file's `DeviceName` and `ActionType` and, where it has commands,
    /// behind `$` the sets of what these have there.
    static String about(TableRow row) {
        List<String> doubts = new ArrayList<>();
        String host = row.text("DeviceName");
        Set<String> elsewhere = new TreeSet<>(texts(row, "$devices"));
        elsewhere.removeIf(other -> Strings.equalsFolded(label(other), label(host)));
        if (!elsewhere.isEmpty()) {
            doubts.add(
                    "published joins commands on the file name only: linked takes none of "
                            + String.join(", ", elsewhere)
                            + " for a file written on "
                            + host);
        }
        String action = row.text("ActionType");
        if (!action.equals("FileCreated")) {
            doubts.add(
                    "published takes every file event: linked takes no "
                            + action
                            + " for an execution");
        }
        Set<String> kinds = new TreeSet<>(texts(row, "$actions"));
        kinds.remove("PowerShellCommand");
        if (!kinds.isEmpty()) {
            doubts.add(
                    "published takes every event with such a command line for a command: "
                            + String.join(", ", kinds));
        }
        return String.join("; ", doubts);
    }

    private static List<String> texts(TableRow row, String column) {
        return row.has(column) && row.get(column) instanceof List<?> values
                ? values.stream().map(Dynamic::text).toList()
                : List.of();
    }

    private static String label(String host) {
        return Strings.split(host, ".", 0);
    }
}
