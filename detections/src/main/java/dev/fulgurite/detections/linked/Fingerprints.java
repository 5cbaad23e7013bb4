package dev.fulgurite.detections.linked;

import dev.fulgurite.detections.link.Hashes;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/// Fingerprints of the commands of one execution. `published` is that of the published rule
/// (commands in capitals, sorted, as often as they ran), `commandSet` forgets repetition.
record Fingerprints(String asRun, String published, String commandSet, String setAndSize) {

    /// @param size of the script file, `""` when it is not known
    static Fingerprints of(List<String> commands, String size) {
        List<String> capitals =
                commands.stream().map(c -> c.toUpperCase(Locale.ROOT)).sorted().toList();
        String set = json(new TreeSet<>(capitals));
        return new Fingerprints(
                Hashes.sha256Hex(json(commands)),
                Hashes.sha256Hex(json(capitals)),
                Hashes.sha256Hex(set),
                Hashes.sha256Hex(set + size));
    }

    /// Compact JSON as KQL's `tostring` writes it: only backslash, quote and control characters are
    /// escaped.
    static String json(Collection<String> texts) {
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? ",\"" : "\"");
            text.chars().forEach(c -> append(json, (char) c));
            json.append('"');
        }
        return json.append(']').toString();
    }

    private static void append(StringBuilder json, char c) {
        switch (c) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                if (c < ' ') {
                    json.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
                } else {
                    json.append(c);
                }
            }
        }
    }
}
