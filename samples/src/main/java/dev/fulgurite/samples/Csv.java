package dev.fulgurite.samples;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// CSV as the portals write it: with a byte order mark, cells quoted where they must be.
final class Csv {

    private Csv() {}

    static String table(List<String> columns, List<Map<String, Object>> rows) {
        StringBuilder table = new StringBuilder("\uFEFF").append(String.join(",", columns));
        for (Map<String, Object> row : rows) {
            table.append('\n')
                    .append(
                            columns.stream()
                                    .map(column -> cell(row.getOrDefault(column, "")))
                                    .collect(Collectors.joining(",")));
        }
        return table.append('\n').toString();
    }

    private static String cell(Object value) {
        String text = value.toString();
        boolean plain = text.chars().noneMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
