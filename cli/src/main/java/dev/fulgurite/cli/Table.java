package dev.fulgurite.cli;

import java.util.ArrayList;
import java.util.List;

/// A table for people: columns as wide as their widest value, the last one open, nothing cut.
final class Table {

    private final List<List<String>> rows = new ArrayList<>();

    Table(String... columns) {
        rows.add(List.of(columns));
    }

    void row(Object... values) {
        List<String> row = new ArrayList<>();
        for (Object value : values) {
            row.add(value.toString().replace('\n', ' ').replace('\r', ' '));
        }
        rows.add(row);
    }

    /// Prints the columns' names and the rows; nothing when there are no rows.
    void print(Console console) {
        if (rows.size() == 1) {
            return;
        }
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int i = 0; i < row.size(); i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (List<String> row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                cells.add(cell + " ".repeat(widths[i] - cell.length()));
            }
            console.line(String.join("  ", cells).stripTrailing());
        }
    }
}
