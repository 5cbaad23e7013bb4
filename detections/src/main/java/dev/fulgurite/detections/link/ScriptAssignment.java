package dev.fulgurite.detections.link;

import com.google.auto.service.AutoService;
import dev.fulgurite.graph.model.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gives each operation its script, machine by machine. Operations that did not fail choose first:
/// a failed one mostly met another still running, and left nothing.
@AutoService(LinkStep.class)
public final class ScriptAssignment implements LinkStep {

    private static final double NUMBER_WENT_BACK = 0.8;

    /// An operation and a script that may belong together.
    private record Drop(Row row, int operations, int scripts, String doubt) {}

    @Override
    public List<Row> holding(List<Row> read) {
        Map<String, List<Row>> byMachine = new TreeMap<>();
        read.forEach(row ->
                byMachine.computeIfAbsent(row.text("machine"), _ -> new ArrayList<>()).add(row));
        List<Row> rows = new ArrayList<>();
        byMachine.values().forEach(pairs -> rows.addAll(ofMachine(pairs)));
        return rows;
    }

    private static List<Row> ofMachine(List<Row> pairs) {
        List<Row> chosen = new ArrayList<>(ScriptMatch.best(pairs, false));
        List<String> taken = chosen.stream().map(pair -> pair.text("script")).toList();
        List<Row> left =
                pairs.stream().filter(pair -> !taken.contains(pair.text("script"))).toList();
        chosen.addAll(ScriptMatch.best(left, true));
        chosen.sort(ScriptMatch.ORDER);
        Map<String, Drop> drops = new LinkedHashMap<>();
        long last = -1;
        for (Row pair : chosen) {
            long number = number(pair);
            String doubt =
                    number < last ? "script number went back from " + last + " to " + number : "";
            last = number;
            withEquals(pair, pairs, doubt)
                    .forEach(drop ->
                            drops.putIfAbsent(
                                    drop.row().text("operation") + "\n" + drop.row().text("script"),
                                    drop));
        }
        return drops.values().stream().map(ScriptAssignment::row).toList();
    }

    /// The chosen pair and those that fit exactly as well: operations that began at the same
    /// moment, or scripts written at the same moment.
    private static List<Drop> withEquals(Row chosen, List<Row> pairs, String doubt) {
        List<Row> operations =
                pairs.stream()
                        .filter(pair ->
                                equal(pair, chosen, "script") && equal(pair, chosen, "start"))
                        .toList();
        List<Row> scripts =
                pairs.stream()
                        .filter(pair ->
                                equal(pair, chosen, "operation") && equal(pair, chosen, "at"))
                        .toList();
        List<Row> all = new ArrayList<>(operations);
        scripts.stream().filter(pair -> !all.contains(pair)).forEach(all::add);
        return all.stream()
                .map(pair -> new Drop(pair, operations.size(), scripts.size(), doubt))
                .toList();
    }

    private static boolean equal(Row one, Row other, String column) {
        return one.text(column).equals(other.text(column));
    }

    private static long number(Row pair) {
        String name = pair.text("name");
        return Long.parseLong(name.substring("script".length(), name.indexOf('.')));
    }

    private static Row row(Drop drop) {
        Row pair = drop.row();
        int n = Math.max(drop.operations(), drop.scripts());
        long seconds = ScriptMatch.delay(pair).toSeconds();
        List<String> reasons = new ArrayList<>();
        reasons.add(
                pair.text("name")
                        + " was written "
                        + Math.abs(seconds)
                        + (seconds < 0 ? " s before" : " s after")
                        + " the operation began");
        reasons.add(pair.text("tieReason"));
        if (n > 1) {
            reasons.add(n + " candidates fit equally well");
        }
        if (!drop.doubt().isEmpty()) {
            reasons.add(drop.doubt());
        }
        double tie = pair.get("tieConfidence") instanceof Number number ? number.doubleValue() : 1;
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("from", pair.text("operation"));
        row.put("to", pair.text("script"));
        row.put("at", ScriptMatch.time(pair, "at"));
        row.put("confidence", tie / n * (drop.doubt().isEmpty() ? 1 : NUMBER_WENT_BACK));
        row.put("reason", String.join("; ", reasons));
        row.put("ambiguous", n > 1);
        row.put("evidence", pair.list("evidence", String.class));
        return new Row(row);
    }
}
