package dev.fulgurite.detections;

import dev.fulgurite.detections.Completeness.Blind;
import dev.fulgurite.detections.Completeness.Complete;
import dev.fulgurite.detections.Completeness.FirstOf;
import dev.fulgurite.detections.Completeness.TimedOut;
import dev.fulgurite.graph.GraphException;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/// The rows that a rule's statement and what comes after it gave.
///
/// @param columns the output columns
/// @param rows with inner columns, too
record Found(List<String> columns, List<Row> rows, boolean timedOut) {

    /// At most this many rows of a rule are printed and become alerts.
    static final int ROWS = 10_000;

    private static final Found TIMED_OUT = new Found(List.of(), List.of(), true);

    /// What a rule finds in linked mode.
    static Found in(Rulebook rulebook, Rule rule, Settings settings) {
        return inTime(() -> {
            KeptRows.Given given = rulebook.rows(rule, settings);
            return new Found(
                    rulebook.printed(rule, given.columns()),
                    rulebook.standing(rule, given, settings),
                    false);
        });
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

    /// The rows that are shown.
    List<Row> first() {
        return rows.subList(0, Math.min(ROWS, rows.size()));
    }

    /// Rows with none but the output columns, as far as they have them.
    List<Row> printed() {
        return first().stream()
                .map(row -> {
                    List<String> others = new ArrayList<>(row.columns());
                    others.removeAll(columns);
                    return row.without(others);
                })
                .toList();
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
