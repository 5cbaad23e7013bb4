package dev.fulgurite.investigation;

import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Relationship;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Values in cells.
public final class Csv {

    /// What a spreadsheet takes for the beginning of a formula.
    private static final String FORMULA = "=+-@\t\r";

    private Csv() {}

    /// One line of comma-separated values, quoted where they must be. Text that a spreadsheet would
    /// take for a formula begins with an apostrophe.
    public static String line(List<? extends @Nullable Object> values) {
        return values.stream().map(value -> quoted(cell(value))).collect(Collectors.joining(","));
    }

    private static String cell(@Nullable Object value) {
        String text = text(value);
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula && !(value instanceof Number) ? "'" + text : text;
    }

    /// A value on one line: times exact, lists with commas, nodes and relationships by name.
    public static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Instant time -> Times.exact(time);
            case Node node -> node.ref().toString();
            case Relationship relationship -> relationship.ref();
            case List<?> list -> list.stream().map(Csv::text).collect(Collectors.joining(", "));
            case Map<?, ?> map -> String.valueOf(GraphJson.value(map));
            default -> value.toString();
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
