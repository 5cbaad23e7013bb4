package dev.fulgurite.detections;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a rule cannot do without: one of these sources is enough. Written `Table`, `Table[Column
/// ThisColumn|OrThat]`, with ` or ` between sources that replace each other. A column may name a
/// spelling of its values: `OperationNameValue:Mixed`. `Table?[Column]` is a source that may be
/// absent; where it is not, it has the columns.
///
/// @param choices in the order written
record Need(List<Source> choices) {

    private static final Pattern SOURCE = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]+)])?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final int TOLD_GAPS = 3;

    Need {
        choices = List.copyOf(choices);
    }

    /// A table and its columns that a rule reads.
    ///
    /// @param mayBeAbsent whether the rule sees enough without the table
    /// @param columns each a column, or several of which one is enough
    record Source(String table, boolean mayBeAbsent, List<List<String>> columns) {
        Source {
            columns = List.copyOf(columns);
        }
    }

    /// Reads one item of a head's `needs`; empty when it is not written as it should be.
    static Optional<Need> parse(String text) {
        List<Source> sources = new ArrayList<>();
        for (String part : text.split(" or ", -1)) {
            Matcher matcher = SOURCE.matcher(part.strip());
            if (!matcher.matches() || matcher.group(1).isBlank()) {
                return Optional.empty();
            }
            String table = matcher.group(1).strip();
            boolean mayBeAbsent = table.endsWith("?");
            sources.add(
                    new Source(
                            mayBeAbsent ? table.substring(0, table.length() - 1) : table,
                            mayBeAbsent,
                            columns(matcher.group(2))));
        }
        return Optional.of(new Need(sources));
    }

    private static List<List<String>> columns(@Nullable String text) {
        return text == null
                ? List.of()
                : BLANKS.splitAsStream(text.strip())
                        .map(column -> Arrays.asList(column.split("\\|", -1)))
                        .toList();
    }

    /// Why a rule that has this need sees nothing, or not all, of a range of time; empty when it is
    /// met.
    List<String> complaints(Ingested held, Instant from, Instant to) {
        List<Source> there =
                choices.stream().filter(source -> lacks(source, held).isEmpty()).toList();
        List<List<String>> unseen =
                there.stream().map(source -> gaps(source, held, from, to)).toList();
        if (unseen.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        if (!there.isEmpty()) {
            return unseen.stream().flatMap(List::stream).distinct().toList();
        }
        if (choices.size() > 1 && isAbsent(held)) {
            return List.of(
                    "no "
                            + choices.stream()
                                    .map(Source::table)
                                    .collect(Collectors.joining(" or "))
                            + " was ingested");
        }
        return choices.stream().flatMap(source -> lacks(source, held).stream()).distinct().toList();
    }

    /// Whether none of its tables was ingested.
    private boolean isAbsent(Ingested held) {
        return choices.stream().noneMatch(source -> held.holds(source.table));
    }

    /// Whether all it could complain of is that a table is absent which another need alone names.
    boolean isToldBy(List<Need> needs, Ingested held) {
        return choices.size() > 1
                && isAbsent(held)
                && needs.stream()
                        .filter(need -> need.choices.size() == 1)
                        .map(need -> need.choices.getFirst())
                        .filter(source -> !source.mayBeAbsent())
                        .map(Source::table)
                        .anyMatch(choices.stream().map(Source::table).toList()::contains);
    }

    private static List<String> lacks(Source source, Ingested held) {
        if (!held.holds(source.table)) {
            return source.mayBeAbsent ? List.of() : List.of(held.absence(source.table));
        }
        return source.columns.stream()
                .filter(names -> names.stream().noneMatch(name -> held.fills(source.table, name)))
                .map(names -> held.emptiness(source.table, names))
                .toList();
    }

    private static List<String> gaps(Source source, Ingested held, Instant from, Instant to) {
        List<Gap> gaps =
                held.gaps(source.table).stream().filter(gap -> gap.meets(from, to)).toList();
        Stream<String> told = gaps.stream().limit(TOLD_GAPS).map(Need::unseen);
        Stream<String> more =
                gaps.size() > TOLD_GAPS
                        ? Stream.of(source.table + ": " + (gaps.size() - TOLD_GAPS) + " more gaps")
                        : Stream.of();
        return Stream.concat(told, more).toList();
    }

    /// A gap, and how to ask for what it does not touch.
    private static String unseen(Gap gap) {
        return "a gap, "
                + gap.told()
                + "; what happened then is not seen, and rows with --to before its beginning or"
                + " --from after its end are not touched by it";
    }
}
