package dev.fulgurite.detections;

import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.graph.model.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows that only one of two modes finds. A row is found by both when the columns that the
/// published file compares are equal; why one is not is what the query's own steps say, what the
/// row itself says, or in what it differs from the row about the same thing.
final class Diff {

    private final PublishedRule rule;
    private final Answer published;
    private final List<Row> linked;
    private final Map<List<String>, List<Row>> readAbout;
    private final Function<List<Row>, String> leftOut;
    private final Map<List<String>, List<Row>> publishedAbout;
    private final Map<List<String>, List<Row>> linkedAbout;
    private final List<Row> rows = new ArrayList<>();
    private final List<Difference> differences = new ArrayList<>();

    private Diff(
            PublishedRule rule,
            Answer published,
            List<Row> linked,
            List<Row> read,
            Function<List<Row>, String> leftOut) {
        this.rule = rule;
        this.published = published;
        this.linked = linked;
        this.publishedAbout = about(published.rows());
        this.linkedAbout = about(linked);
        this.readAbout = about(read);
        this.leftOut = leftOut;
    }

    /// @param linked what linked mode found
    /// @param read what its statement read, some of which it left out
    /// @param leftOut why it left out all of these rows; `""` when it does not know
    static Diff of(
            PublishedRule rule,
            Answer published,
            List<Row> linked,
            List<Row> read,
            Function<List<Row>, String> leftOut) {
        Diff diff = new Diff(rule, published, linked, read, leftOut);
        diff.published.rows().forEach(diff::publishedOnly);
        diff.linked.forEach(diff::linkedOnly);
        return diff;
    }

    List<Row> rows() {
        return rows;
    }

    List<Difference> differences() {
        return differences;
    }

    private Map<List<String>, List<Row>> about(List<Row> all) {
        Map<List<String>, List<Row>> about = new HashMap<>();
        all.forEach(row -> about.computeIfAbsent(thing(row), _ -> new ArrayList<>()).add(row));
        return about;
    }

    private List<String> thing(Row row) {
        return rule.follows().stream().map(column -> plain(row.values().get(column))).toList();
    }

    private void publishedOnly(Row row) {
        List<Row> others = linkedAbout.getOrDefault(thing(row), List.of());
        if (others.stream().noneMatch(other -> isSame(row, other))) {
            String because = plainText(row.values().get(Answer.BECAUSE));
            String why = because.isEmpty() ? differing(Mode.LINKED, row, others) : because;
            add(row, Mode.PUBLISHED, why.isEmpty() ? "linked: " + notLinked(row, others) : why);
        }
    }

    private String notLinked(Row row, List<Row> others) {
        List<Row> left =
                others.isEmpty() ? readAbout.getOrDefault(thing(row), List.of()) : List.of();
        String why = left.isEmpty() ? "" : leftOut.apply(left);
        return why.isEmpty() ? rule.meant() : why;
    }

    private void linkedOnly(Row row) {
        List<Row> others = publishedAbout.getOrDefault(thing(row), List.of());
        if (others.stream().noneMatch(other -> isSame(row, other))) {
            String why = others.isEmpty() ? published.whyNot(row) : "";
            if (why.isEmpty()) {
                why = differing(Mode.PUBLISHED, row, others);
            }
            add(row, Mode.LINKED, why.isEmpty() ? "published: " + rule.meant() : why);
        }
    }

    private void add(Row row, Mode only, String why) {
        rows.add(row);
        differences.add(new Difference(only, why));
    }

    private boolean isSame(Row row, Row other) {
        return rule.compares().stream()
                .allMatch(column -> matches(row.values().get(column), other.values().get(column)));
    }

    /// In what the nearest row about the same thing differs; `""` when there is none.
    private String differing(Mode other, Row row, List<Row> others) {
        return others.stream()
                .map(candidate -> columnsThatDiffer(row, candidate))
                .min((a, b) -> Integer.compare(a.size(), b.size()))
                .map(differ ->
                        other.word()
                                + " has it with "
                                + differ.entrySet().stream()
                                        .map(e -> e.getKey() + " " + e.getValue())
                                        .collect(Collectors.joining(", "))
                                + because(other, others))
                .orElse("");
    }

    private String because(Mode other, List<Row> others) {
        if (other == Mode.LINKED) {
            return ": " + rule.meant();
        }
        return others.stream()
                .map(candidate -> plainText(candidate.values().get(Answer.BECAUSE)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> ": " + text)
                .orElse(": " + rule.meant());
    }

    private Map<String, String> columnsThatDiffer(Row row, Row other) {
        Map<String, String> differ = new TreeMap<>();
        for (String column : rule.compares()) {
            Object value = other.values().get(column);
            if (!matches(row.values().get(column), value)) {
                differ.put(column, value instanceof Long ? value.toString() : plainText(value));
            }
        }
        return differ;
    }

    /// Texts match whatever their case, lists whatever their order, and a single value a list that
    /// holds it: linked mode keeps all addresses of an operation.
    private static boolean matches(@Nullable Object a, @Nullable Object b) {
        if (a instanceof List<?> first && b instanceof List<?> second) {
            return sorted(first).equals(sorted(second));
        }
        if (a instanceof List<?> list) {
            return sorted(list).contains(plain(b));
        }
        if (b instanceof List<?> list) {
            return sorted(list).contains(plain(a));
        }
        return plain(a).equals(plain(b));
    }

    private static List<String> sorted(List<?> list) {
        return list.stream().map(Diff::plain).sorted().toList();
    }

    private static String plain(@Nullable Object value) {
        return plainText(value).toLowerCase(Locale.ROOT);
    }

    private static String plainText(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Long number -> String.valueOf(number.doubleValue());
            case Instant time -> time.toString();
            default -> value.toString();
        };
    }
}
