package dev.fulgurite.investigation;

import dev.fulgurite.graph.Result;
import dev.fulgurite.graph.model.Row;
import java.util.List;
import java.util.StringJoiner;

/// A result as text to take elsewhere.
public final class ResultText {

    private ResultText() {}

    /// A line of column names, then one a row; see [Csv] for what happens to formulas.
    public static String csv(List<String> columns, List<Row> rows) {
        StringBuilder text = new StringBuilder(Csv.line(columns)).append("\r\n");
        for (Row row : rows) {
            text.append(Csv.line(columns.stream().map(row::get).toList())).append("\r\n");
        }
        return text.toString();
    }

    /// A list of one object a row.
    public static String json(Result result) {
        StringJoiner text = new StringJoiner(",\n", "[\n", "\n]\n");
        result.rows().forEach(row -> text.add(GraphJson.line(row.values())));
        return text.toString();
    }
}
