package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.countIf;
import static dev.fulgurite.detections.kql.Aggregate.min;
import static dev.fulgurite.detections.kql.Aggregate.minIf;
import static dev.fulgurite.detections.kql.Aggregate.sum;

import dev.fulgurite.detections.kql.JoinKind;
import dev.fulgurite.detections.kql.On;
import dev.fulgurite.detections.kql.Table;
import java.util.List;

/// What the anomalous-operation model learns of a month: when caller, address and subscription were
/// first seen, and how caller and virtual machines go together.
final class TrainedModel {

    private final Table byCaller;
    private final Table byMask;
    private final Table bySubscription;
    private final Table probabilities;

    TrainedModel(Table training) {
        Table named =
                training.where(
                        "isnotempty(Caller) and isnotempty(subscriptionId)",
                        "",
                        row ->
                                !row.text("Caller").isEmpty()
                                        && !row.text("subscriptionId").isEmpty());
        Table model =
                named.summarize(
                        List.of("subscriptionId", "Caller", "clientIpMask"),
                        count().as("countEvents"),
                        countIf(row -> AnomalousOperation.isOne(row, "isMonitoredOp"))
                                .as("countMonOp"),
                        min("timeSlice").as("firstSeen"),
                        minIf(
                                        "timeSlice",
                                        row -> AnomalousOperation.isOne(row, "isMonitoredResource"))
                                .as("firstMonRes"));
        byCaller =
                model.summarize(
                        List.of("subscriptionId", "Caller"),
                        sum("countEvents").as("countOnCaller"),
                        min("firstMonRes").as("firstMonResOnCaller"));
        byMask =
                model.summarize(
                        List.of("subscriptionId", "clientIpMask"),
                        sum("countEvents").as("countOnMask"),
                        min("firstMonRes").as("firstMonResOnMask"));
        bySubscription =
                model.summarize(
                        List.of("subscriptionId"),
                        sum("countMonOp").as("countMonOpOnSubs"),
                        min("firstSeen").as("firstSeenOnSubs"),
                        min("firstMonRes").as("firstMonResOnSubs"));
        probabilities =
                PairProbabilities.of(named, "Caller", "isMonitoredResource", "subscriptionId")
                        .where("_B == 1", "_B", row -> AnomalousOperation.isOne(row, "_B"));
    }

    /// Detected rows with all that was learned; a row stands whatever is missing.
    Table beside(Table detected) {
        return detected.join(JoinKind.LEFTOUTER, byCaller, "subscriptionId", "Caller")
                .join(JoinKind.LEFTOUTER, byMask, "subscriptionId", "clientIpMask")
                .join(JoinKind.LEFTOUTER, bySubscription, "subscriptionId")
                .join(
                        JoinKind.LEFTOUTER,
                        probabilities,
                        List.of(new On("subscriptionId", "_scope"), new On("Caller", "_A")));
    }
}
