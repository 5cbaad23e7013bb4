package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.sum;

import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Order;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.util.List;
import java.util.Objects;

/// `pair_probabilities_fl`: how often two values come together within a scope, and what that says
/// of either. Each metric is floored to five digits at the very end, and only then.
final class PairProbabilities {

    private static final double DIGITS = 0.00001;

    static final List<String> COLUMNS =
            List.of(
                    "_A",
                    "_B",
                    "_scope",
                    "P_A",
                    "P_B",
                    "P_AB",
                    "P_AUB",
                    "P_AIB",
                    "P_BIA",
                    "Lift_AB",
                    "Jaccard_AB");

    private PairProbabilities() {}

    static Table of(Table table, String a, String b, String scope) {
        Table pairs =
                table.rename(a, "_A")
                        .rename(b, "_B")
                        .rename(scope, "_scope")
                        .summarize(List.of("_A", "_B", "_scope"), count().as("countAB"));
        Table metrics =
                pairs.join(JoinKind.INNER, counted(pairs, "countA", "_A", "_scope"), "_A", "_scope")
                        .join(
                                JoinKind.INNER,
                                counted(pairs, "countB", "_B", "_scope"),
                                "_B",
                                "_scope")
                        .join(JoinKind.INNER, counted(pairs, "count", "_scope"), "_scope")
                        .extend("P_A", row -> real(row, "countA") / real(row, "count"))
                        .extend("P_B", row -> real(row, "countB") / real(row, "count"))
                        .extend("P_AB", row -> real(row, "countAB") / real(row, "count"))
                        .extend(
                                "P_AUB",
                                row -> real(row, "P_A") + real(row, "P_B") - real(row, "P_AB"))
                        .extend("P_AIB", row -> real(row, "P_AB") / real(row, "P_B"))
                        .extend("P_BIA", row -> real(row, "P_AB") / real(row, "P_A"))
                        .extend(
                                "Lift_AB",
                                row -> real(row, "P_AB") / (real(row, "P_A") * real(row, "P_B")))
                        .extend("Jaccard_AB", row -> real(row, "P_AB") / real(row, "P_AUB"));
        for (String metric : COLUMNS.subList(3, COLUMNS.size())) {
            metrics = metrics.extend(metric, row -> Numbers.floor(row.real(metric), DIGITS));
        }
        return metrics.project(COLUMNS)
                .order(
                        Order.descending("_scope")
                                .thenComparing(Order.descending("_A"))
                                .thenComparing(Order.descending("_B")));
    }

    private static Table counted(Table pairs, String name, String... by) {
        return pairs.summarize(List.of(by), sum("countAB").as(name));
    }

    private static double real(TableRow row, String column) {
        return Objects.requireNonNull(row.real(column));
    }
}
