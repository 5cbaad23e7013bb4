package dev.fulgurite.ui.inspector;

import dev.fulgurite.investigation.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A property as people read it: whole, never cut.
///
/// @param column true for a column of the log table as it was written
public record Fact(String name, String value, boolean column) {

    private static final Set<String> TOLD_ELSEWHERE = Set.of("evidence", "id");

    private static final Set<String> FIRST = Set.of("reason", "confidence");

    /// How sure it is and why, then ours, then the columns of the table; each by name.
    static List<Fact> of(Map<String, Object> properties) {
        List<Fact> facts = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (!TOLD_ELSEWHERE.contains(name) && !isEmpty(value)) {
                boolean column = Character.isUpperCase(name.charAt(0)) || name.startsWith("_");
                facts.add(new Fact(name, text(value), column));
            }
        });
        facts.sort(
                Comparator.comparing(Fact::column)
                        .thenComparing((Fact fact) -> !FIRST.contains(fact.name()))
                        .thenComparing(Fact::name));
        return facts;
    }

    private static boolean isEmpty(Object value) {
        return value.toString().isEmpty() || value.equals(List.of());
    }

    /// Times with every digit the log has, and `Z`.
    private static String text(Object value) {
        return switch (value) {
            case List<?> list -> list.stream().map(Fact::text).collect(Collectors.joining("\n"));
            case Instant at -> Times.exact(at);
            default -> value.toString();
        };
    }
}
