package dev.fulgurite.detections.linked;

import dev.fulgurite.detections.CasePath;
import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Operations that make one row together.
///
/// @param runs in the order of time, at least one
record CloudRuns(List<CloudRun> runs) {

    CloudRuns {
        runs = List.copyOf(runs);
    }

    /// Those of each key, in the order of time; keys in their order.
    static <K extends Comparable<K>> Map<K, List<CloudRun>> by(
            Function<CloudRun, K> key, List<Row> rows) {
        return rows.stream()
                .map(CloudRun::new)
                .sorted(CloudRun.IN_TIME)
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    int size() {
        return runs.size();
    }

    Instant start() {
        return runs.getFirst().start();
    }

    Instant end() {
        return runs.stream().map(CloudRun::end).max(Comparator.naturalOrder()).orElse(start());
    }

    Duration length() {
        return Duration.between(start(), end());
    }

    List<String> machines() {
        return distinct(run -> List.of(run.machine()));
    }

    List<String> addresses() {
        return distinct(CloudRun::addresses);
    }

    /// Such as `4 SUCCEEDED, 1 FAILED`, the most frequent first.
    String outcomes() {
        Map<String, Long> counts =
                runs.stream()
                        .collect(
                                Collectors.groupingBy(
                                        CloudRun::outcome, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }

    /// The texts of a column of all runs, without repetition, in the order of their first.
    List<String> texts(String column) {
        return distinct(run ->
                run.row().get(column) instanceof List<?>
                        ? run.row().list(column, String.class)
                        : List.of(run.row().text(column)));
    }

    private List<String> distinct(Function<CloudRun, ? extends Collection<String>> texts) {
        return runs.stream()
                .flatMap(run -> texts.apply(run).stream())
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    /// The row of the first with the case, the evidence and the machines of all.
    Row row() {
        return runs.getFirst()
                .row()
                .with(
                        "path",
                        CasePath.joined(runs.stream().map(run -> CasePath.of(run.row())).toList()))
                .with("evidence", texts("evidence"))
                .with("resourceId", texts("resourceId"))
                .with("deviceId", texts("deviceId"));
    }
}
