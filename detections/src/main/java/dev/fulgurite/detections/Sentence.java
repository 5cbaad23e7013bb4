package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A sentence with `{Column}` slots, filled from a row.
final class Sentence {

    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_]*)}");
    private static final int LISTED = 3;
    private static final String UNKNOWN = "unknown";

    private Sentence() {}

    static List<String> slots(String template) {
        return SLOT.matcher(template).results().map(slot -> slot.group(1)).toList();
    }

    static String fill(String template, Row row) {
        return SLOT.matcher(template)
                .replaceAll(slot -> {
                    String text = text(row.get(slot.group(1)));
                    // Elsewhere a slot may hold what is added only at times.
                    boolean missing = text.isEmpty() && slot.start() == 0;
                    return Matcher.quoteReplacement(missing ? UNKNOWN : text);
                });
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> UNKNOWN;
            case List<?> list -> listed(list.stream().map(Sentence::text).toList());
            case String text when text.isEmpty() -> "";
            default -> value.toString();
        };
    }

    private static String listed(List<String> items) {
        if (items.isEmpty()) {
            return UNKNOWN;
        }
        String shown = String.join(", ", items.subList(0, Math.min(LISTED, items.size())));
        return items.size() <= LISTED ? shown : shown + " and " + (items.size() - LISTED) + " more";
    }
}
