package dev.fulgurite.detections;

import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.function.Consumer;

/// The Java part of a detection in published mode: it makes of table rows what the published query
/// makes of them, defects included. A file of `cypher/published` names one in its head (`then:`);
/// implementations announce themselves with `@AutoService`.
public interface PublishedQuery {

    /// The name that the head of its file uses.
    default String name() {
        return getClass().getSimpleName();
    }

    /// The output columns as the query names them, in order.
    List<String> columns();

    /// What it lacks to be run at all, as sentences: the rule is blind then.
    default List<String> blindness(Settings settings) {
        return List.of();
    }

    /// Runs the query.
    Answer answer(Source source, Settings settings);

    /// The tables that the query reads, as far as the graph holds them.
    interface Source {

        /// Hands over the rows of a table: distinct events, with their columns as written, texts
        /// never null. A table that the query's file does not list is a mistake in the program.
        void read(String table, Consumer<Row> each);

        /// Whether [Answer#whyNot] will be asked.
        boolean explained();
    }

    /// What a query gave.
    interface Answer {

        /// Column of an inner note: what makes this row one that nobody meant; `""` for nothing.
        String BECAUSE = "$because";

        /// The rows, with the output columns and behind them inner ones that nobody prints.
        List<Row> rows();

        /// Which step of the query took away what a row of linked mode tells of, as a sentence;
        /// `""` when none did.
        String whyNot(Row linked);
    }
}
