package dev.fulgurite.detections.published;

import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Step;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Follows a candidate through the steps of a query to the one that took it away.
final class Trail {

    private static final int SHOWN = 120;

    private record Side(Table table, List<String> columns) {}

    private final List<Step> steps;
    private final Map<Side, Map<List<String>, TableRow>> indexes = new HashMap<>();

    Trail(Table result) {
        this.steps = result.history();
    }

    /// Names the first step before which there are rows about the candidate and behind which there
    /// are none; `""` when there is none such.
    ///
    /// @param candidate values by column, of which a table need not have all; texts are the same
    ///   whatever their case
    String whyNot(SortedMap<String, String> candidate) {
        for (Step step : steps) {
            TableRow before = about(candidate, step.before());
            if (before != null && about(candidate, step.after()) == null) {
                return "published: " + told(step, before);
            }
        }
        return "";
    }

    private static String told(Step step, TableRow row) {
        if (step.column().isEmpty() || !row.has(step.column())) {
            return step.operator() + " finds no match";
        }
        String value = Dynamic.text(row.get(step.column()));
        String shown = value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
        return step.operator() + " does not hold for " + (shown.isEmpty() ? "\"\"" : shown);
    }

    private @Nullable TableRow about(SortedMap<String, String> candidate, Table table) {
        List<String> columns =
                candidate.keySet().stream().filter(table.columns()::contains).toList();
        if (columns.isEmpty()) {
            return null;
        }
        List<String> values = new ArrayList<>();
        columns.forEach(column -> values.add(Strings.lower(candidate.getOrDefault(column, ""))));
        return indexes.computeIfAbsent(new Side(table, columns), Trail::index).get(values);
    }

    private static Map<List<String>, TableRow> index(Side side) {
        Map<List<String>, TableRow> index = new HashMap<>();
        for (TableRow row : side.table().rows()) {
            index.putIfAbsent(
                    side.columns().stream().map(row::text).map(Strings::lower).toList(), row);
        }
        return index;
    }
}
