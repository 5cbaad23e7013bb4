package dev.fulgurite.detections.published;

import dev.fulgurite.detections.PublishedQuery.Answer;
import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import dev.fulgurite.graph.model.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The table that a query ends with.
final class TableAnswer implements Answer {

    private final Table table;
    private final Map<String, String> candidate;
    private final Trail trail;

    /// @param candidate the columns by which a row of linked mode is followed through the query:
    ///   what the query calls each, and what linked mode does
    TableAnswer(Table table, Map<String, String> candidate) {
        this.table = table;
        this.candidate = candidate;
        this.trail = new Trail(table);
    }

    /// With candidates that are followed by columns of equal names.
    static TableAnswer of(Table table, String... candidate) {
        Map<String, String> same = new TreeMap<>();
        List.of(candidate).forEach(column -> same.put(column, column));
        return new TableAnswer(table, same);
    }

    @Override
    public List<Row> rows() {
        return table.rows().stream().map(this::row).toList();
    }

    private Row row(TableRow row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String column : table.columns()) {
            values.put(column, row.get(column));
        }
        return Row.of(values);
    }

    @Override
    public String whyNot(Row linked) {
        SortedMap<String, String> sought = new TreeMap<>();
        candidate.forEach((column, name) -> {
            if (linked.values().containsKey(name)) {
                sought.put(column, Dynamic.text(linked.get(name)));
            }
        });
        return trail.whyNot(sought);
    }
}
