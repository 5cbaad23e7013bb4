package dev.fulgurite.graph;

import dev.fulgurite.graph.model.Row;
import java.util.List;

/// What a bounded read gave.
///
/// @param cut true when there were more rows than the query's limit; these are the first ones
public record Result(List<String> columns, List<Row> rows, boolean cut) {

    public Result {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
