package dev.fulgurite.detections.link;

import dev.fulgurite.graph.model.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// One-to-one matches of operations and scripts of one machine: both in the order of time, as many
/// as can be, with the smallest delays in sum. So an operation without a script does not take the
/// one of its successor.
final class ScriptMatch {

    /// Above this many cells the first fit in the order of time stands in for the best.
    private static final long CELLS = 4_000_000;

    private static final long MATCHED = 1_000_000_000_000L;

    static final Comparator<Row> ORDER =
            Comparator.comparing((Row pair) -> time(pair, "start"))
                    .thenComparing(pair -> pair.text("operation"));

    private final List<String> operations;
    private final List<String> scripts;
    private final Map<String, Row> pairs = new HashMap<>();

    private ScriptMatch(List<Row> candidates) {
        TreeMap<String, String> byStart = new TreeMap<>();
        TreeMap<String, String> byTime = new TreeMap<>();
        for (Row pair : candidates) {
            byStart.put(sortable(pair, "start", "operation"), pair.text("operation"));
            byTime.put(sortable(pair, "at", "script"), pair.text("script"));
            pairs.put(pair.text("operation") + "\n" + pair.text("script"), pair);
        }
        operations = List.copyOf(byStart.values());
        scripts = List.copyOf(byTime.values());
    }

    /// The matches among the operations that failed, or among those that did not.
    static List<Row> best(List<Row> candidates, boolean failed) {
        List<Row> asked =
                candidates.stream()
                        .filter(pair -> pair.text("outcome").equals("FAILED") == failed)
                        .toList();
        ScriptMatch match = new ScriptMatch(asked);
        long cells = (long) match.operations.size() * match.scripts.size();
        return cells > CELLS ? match.firstFit() : match.optimum();
    }

    static Duration delay(Row pair) {
        return Duration.between(time(pair, "start"), time(pair, "at"));
    }

    static Instant time(Row row, String column) {
        return Objects.requireNonNull(row.instant(column), column);
    }

    private static String sortable(Row pair, String time, String key) {
        Instant at = time(pair, time);
        return String.format(
                Locale.ROOT, "%020d.%09d|%s", at.getEpochSecond(), at.getNano(), pair.text(key));
    }

    private List<Row> optimum() {
        int n = operations.size();
        int m = scripts.size();
        long[][] best = new long[n + 1][m + 1];
        for (int i = n - 1; i >= 0; i--) {
            for (int j = m - 1; j >= 0; j--) {
                best[i][j] = Math.max(Math.max(best[i + 1][j], best[i][j + 1]), taken(best, i, j));
            }
        }
        List<Row> chosen = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < n && j < m) {
            if (taken(best, i, j) == best[i][j]) {
                chosen.add(pair(i++, j++));
            } else if (best[i + 1][j] == best[i][j]) {
                i++;
            } else {
                j++;
            }
        }
        return chosen;
    }

    private long taken(long[][] best, int i, int j) {
        Row pair = pairs.get(operations.get(i) + "\n" + scripts.get(j));
        return pair == null
                ? Long.MIN_VALUE
                : best[i + 1][j + 1] + MATCHED - Math.abs(delay(pair).toMillis());
    }

    private Row pair(int i, int j) {
        return Objects.requireNonNull(pairs.get(operations.get(i) + "\n" + scripts.get(j)));
    }

    private List<Row> firstFit() {
        Map<String, List<Row>> byOperation = new HashMap<>();
        pairs.values()
                .forEach(pair ->
                        byOperation
                                .computeIfAbsent(pair.text("operation"), _ -> new ArrayList<>())
                                .add(pair));
        Set<String> used = new HashSet<>();
        List<Row> chosen = new ArrayList<>();
        for (String operation : operations) {
            byOperation.getOrDefault(operation, List.of()).stream()
                    .filter(pair -> !used.contains(pair.text("script")))
                    .min(
                            Comparator.comparing((Row pair) -> delay(pair).abs())
                                    .thenComparing(pair -> pair.text("script")))
                    .ifPresent(pair -> {
                        used.add(pair.text("script"));
                        chosen.add(pair);
                    });
        }
        return chosen;
    }
}
