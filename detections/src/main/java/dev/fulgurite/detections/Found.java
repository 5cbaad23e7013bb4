package dev.fulgurite.detections;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.detections.Completeness.FirstOf;
import dev.fulgurite.detections.Completeness.TimedOut;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// The rows that a rule's statement and what comes after it gave.
///
/// @param columns the output columns
/// @param rows with inner columns, too
/// @param first of these the rows that are shown
/// @param printed the same with none but the output columns, as far as they have them
/// @param lasts whether they are the same at any later time while the graph is what it is
record Found(
        List<String> columns,
        List<Row> rows,
        List<Row> first,
        List<Row> printed,
        boolean timedOut,
        boolean lasts) {

    /// At most this many rows of a rule are printed and become alerts.
    static final int ROWS = 10_000;

    private static final Found TIMED_OUT =
            new Found(List.of(), List.of(), List.of(), List.of(), true, false);

    static Found of(List<String> columns, List<Row> rows) {
        List<Row> first = List.copyOf(rows.subList(0, Math.min(ROWS, rows.size())));
        Set<String> printed = Set.copyOf(columns);
        return new Found(
                columns,
                rows,
                first,
                first.stream().map(row -> row.only(printed)).toList(),
                false,
                false);
    }

    /// The same, but known not to be all.
    Found cutByTime() {
        return new Found(columns, rows, first, printed, true, false);
    }

    /// The same, known to follow from the graph and the settings alone.
    Found lasting() {
        return new Found(columns, rows, first, printed, timedOut, true);
    }

    /// What a rule finds in linked mode.
    static Found in(Rulebook rulebook, Rule rule, Settings settings) {
        return inTime(() -> rulebook.standing(rule, rulebook.rows(rule, settings), settings));
    }

    /// What the work finds, or that the time limit passed before it was done.
    static Found inTime(Supplier<Found> work) {
        try {
            return work.get();
        } catch (GraphException e) {
            if (e.kind() != GraphException.Kind.TIMED_OUT) {
                throw e;
            }
            return TIMED_OUT;
        }
    }

    Completeness completeness(List<String> blind) {
        if (timedOut) {
            return new TimedOut();
        }
        if (!blind.isEmpty()) {
            return new Blind(blind);
        }
        return rows.size() > ROWS ? new FirstOf(ROWS, rows.size()) : new Complete();
    }
}
