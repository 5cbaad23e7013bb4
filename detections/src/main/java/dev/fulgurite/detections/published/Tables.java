package dev.fulgurite.detections.published;

import dev.fulgurite.detections.PublishedQuery.Source;
import dev.fulgurite.detections.kql.Order;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The tables of a source as a query takes them.
final class Tables {

    /// The inner column with the key of a row's event, by which ties are broken.
    static final String EVENT = "$event";

    private static final String REPORT = "ReportId";

    private final Source source;

    Tables(Source source) {
        this.source = source;
    }

    /// The rows that the graph has of a table, in the order of time; those of one time by
    /// `ReportId`, then by the key of the event.
    ///
    /// @param columns those that the statement returns, besides the event's key; the time first
    Table read(String table, String... columns) {
        List<String> all = new ArrayList<>(List.of(columns));
        all.add(EVENT);
        List<List<@Nullable Object>> rows = new ArrayList<>();
        source.read(
                table,
                row -> {
                    List<@Nullable Object> values = new ArrayList<>(all.size());
                    for (String column : columns) {
                        values.add(column.equals(REPORT) ? number(row) : row.get(column));
                    }
                    values.add(row.text("event"));
                    rows.add(values);
                });
        Comparator<TableRow> order = Order.ascending(columns[0]);
        if (all.contains(REPORT)) {
            order = order.thenComparing(Order.ascending(REPORT));
        }
        return Table.of(all, rows, source.explained())
                .order(order.thenComparing(Order.ascending(EVENT)));
    }

    /// A long in KQL, kept as text in the graph.
    private static @Nullable Object number(Row row) {
        String text = row.text(REPORT);
        return text.matches("[0-9]{1,18}") ? Long.valueOf(text) : row.get(REPORT);
    }
}
