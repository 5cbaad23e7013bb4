package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.List;

/// The part of a detection that is Java: works on the rows its statement read. A detection names it
/// in its head (`then:`); implementations announce themselves with `@AutoService`.
public interface PostProcessor {

    /// The name that the detection's head uses.
    default String name() {
        return getClass().getSimpleName();
    }

    /// Columns it reads and nobody prints.
    default List<String> inner() {
        return List.of();
    }

    /// What it lacks to see anything, as sentences: the rule is blind then, and its rows stay out.
    default List<String> blindness(Settings settings) {
        return List.of();
    }

    /// Why none of the rows about an entity stands, as a sentence with what was asked and what they
    /// have; `""` when it leaves out none for what it has.
    ///
    /// @param about the rows that have the entity
    /// @param all what the statement read, these among it
    default String leftOut(List<Row> about, List<Row> all, Settings settings) {
        return "";
    }

    /// Whether the rows that stand follow from those that were read and from these settings alone,
    /// whatever is in files and whether the clock says now or anything later: then they are kept
    /// while these are the same.
    default boolean timeless(List<Row> rows, Settings settings) {
        return false;
    }

    /// The rows that stand, in their order, with every printed column set.
    List<Row> process(List<Row> rows, Settings settings);
}
