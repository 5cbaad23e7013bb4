package dev.fulgurite.graph.neo4j;

import dev.fulgurite.graph.event.Coverage;
import dev.fulgurite.graph.event.Coverage.Run;
import dev.fulgurite.graph.event.Ledger;
import dev.fulgurite.graph.event.Ledger.Reject;
import dev.fulgurite.graph.model.Node;
import dev.fulgurite.graph.model.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A ledger as properties of its `EvidenceFile`, and back. The counts by table are kept as a list
/// of `table=count`, the columns as a list of `table=column,column`.
final class Ledgers {

    private Ledgers() {}

    static Map<String, Object> properties(Ledger ledger) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("name", ledger.name());
        properties.put("archive", ledger.archive());
        properties.put("size", ledger.size());
        properties.put("format", ledger.format());
        properties.put(
                "tables",
                ledger.tables().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .toList());
        properties.put(
                "columns",
                ledger.columns().entrySet().stream()
                        .map(e -> e.getKey() + "=" + String.join(",", e.getValue()))
                        .toList());
        properties.put("read", ledger.read());
        properties.put("outOfScope", ledger.outOfScope());
        properties.put("rejected", ledger.rejected());
        properties.put("reason", ledger.reason());
        properties.put("complete", ledger.complete());
        return properties;
    }

    static List<Map<String, Object>> rejectRows(Ledger ledger) {
        return ledger.rejects().stream()
                .limit(Ledger.KEPT_REJECTS)
                .map(reject ->
                        Map.<String, Object>of(
                                "key", ledger.sha256() + "#" + reject.record(),
                                "file", ledger.sha256(),
                                "record", reject.record(),
                                "line", reject.line(),
                                "offset", reject.offset(),
                                "reason", reject.reason()))
                .toList();
    }

    static List<Map<String, Object>> coverageRows(Ledger ledger) {
        return ledger.coverage().stream().map(c -> coverageRow(ledger.sha256(), c)).toList();
    }

    private static Map<String, Object> coverageRow(String sha256, Coverage coverage) {
        Map<String, Object> row = new LinkedHashMap<>();
        String key = String.join("#", sha256, coverage.source(), coverage.computer());
        row.put("key", key);
        row.put("file", sha256);
        row.put("source", coverage.source());
        row.put("computer", coverage.computer());
        row.put("first", coverage.first());
        row.put("last", coverage.last());
        row.put("count", coverage.count());
        row.put("records", ends(coverage.records(), run -> Stream.of(run.first(), run.last())));
        row.put("recordTimes", ends(coverage.records(), run -> Stream.of(run.from(), run.to())));
        row.put("active", ends(coverage.active(), run -> Stream.of(run.from(), run.to())));
        return row;
    }

    private static <T> List<T> ends(List<Run> runs, Function<Run, Stream<T>> ends) {
        return runs.stream().flatMap(ends).toList();
    }

    static Ledger of(Row row, List<Reject> rejects) {
        if (!(row.get("file") instanceof Node file)) {
            throw new IllegalStateException("no evidence file in " + row);
        }
        return new Ledger(
                file.key(),
                text(file, "name"),
                text(file, "archive"),
                number(file, "size"),
                text(file, "format"),
                tables(file),
                columns(file),
                number(file, "read"),
                number(file, "stored"),
                number(file, "duplicate"),
                number(file, "outOfScope"),
                number(file, "rejected"),
                text(file, "reason"),
                rejects,
                List.of(),
                file.get("complete") instanceof Boolean complete && complete);
    }

    static Reject reject(Row row) {
        return new Reject(
                row.number("record"), row.number("line"), row.number("offset"), row.text("reason"));
    }

    private static Map<String, Long> tables(Node file) {
        return byTable(file, "tables", Long::valueOf);
    }

    private static Map<String, Set<String>> columns(Node file) {
        return byTable(file, "columns", names -> Set.of(names.split(",", -1)));
    }

    private static <T> Map<String, T> byTable(
            Node file, String property, Function<String, T> parse) {
        Map<String, T> tables = new TreeMap<>();
        if (file.get(property) instanceof List<?> list) {
            for (Object item : list) {
                String text = item.toString();
                int equals = text.lastIndexOf('=');
                tables.put(text.substring(0, equals), parse.apply(text.substring(equals + 1)));
            }
        }
        return tables;
    }

    private static String text(Node node, String property) {
        Object value = node.get(property);
        return value == null ? "" : value.toString();
    }

    private static long number(Node node, String property) {
        return node.get(property) instanceof Number number ? number.longValue() : 0;
    }
}
