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
/// spelling of its values: `OperationNameValue:Mixed`.
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
    /// @param columns each a column, or several of which one is enough
    record Source(String table, List<List<String>> columns) {
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
            sources.add(new Source(matcher.group(1).strip(), columns(matcher.group(2))));
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
        List<List<String>> each =
                choices.stream().map(source -> complaints(source, held, from, to)).toList();
        if (each.stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        if (choices.size() > 1 && isAbsent(held)) {
            return List.of(
                    "no "
                            + choices.stream()
                                    .map(Source::table)
                                    .collect(Collectors.joining(" or "))
                            + " was ingested");
        }
        return each.stream().flatMap(List::stream).distinct().toList();
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
                        .map(need -> need.choices.getFirst().table())
                        .anyMatch(choices.stream().map(Source::table).toList()::contains);
    }

    private static List<String> complaints(Source source, Ingested held, Instant from, Instant to) {
        if (!held.holds(source.table)) {
            return List.of(held.absence(source.table));
        }
        List<String> empty =
                source.columns.stream()
                        .filter(names ->
                                names.stream().noneMatch(name -> held.fills(source.table, name)))
                        .map(names -> held.emptiness(source.table, names))
                        .toList();
        List<Gap> gaps =
                held.gaps(source.table).stream().filter(gap -> gap.meets(from, to)).toList();
        Stream<String> told = gaps.stream().limit(TOLD_GAPS).map(Gap::told);
        Stream<String> more =
                gaps.size() > TOLD_GAPS
                        ? Stream.of(source.table + ": " + (gaps.size() - TOLD_GAPS) + " more gaps")
                        : Stream.of();
        return Stream.of(empty.stream(), told, more).flatMap(part -> part).toList();
    }
}
