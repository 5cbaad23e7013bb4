package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.makeList;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import dev.fulgurite.detections.kql.Dynamic;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import dev.fulgurite.detections.kql.Terms;
import java.util.List;
import java.util.function.Predicate;

/// The step that the Run Command queries share: of the events of an operation they make one row,
/// with its first and last time. They differ in how they compare the operation and the status.
final class RunCommands {

    private static final String OPERATION = "Microsoft.Compute/virtualMachines/runCommand/action";
    private static final String STATUSES = "list_ActivityStatusValue";

    private RunCommands() {}

    /// The events of Run Commands and of anything else, with the columns that the step reads.
    static Table activity(Tables tables) {
        return tables.read(
                "AzureActivity",
                "TimeGenerated",
                "OperationNameValue",
                "ActivityStatusValue",
                "CorrelationId",
                "Caller",
                "CallerIpAddress",
                "Authorization");
    }

    /// `OperationNameValue ==`: one encoding only.
    static Table exactly(Table activity) {
        return runs(
                activity,
                "OperationNameValue == \"" + OPERATION + "\"",
                row -> row.text("OperationNameValue").equals(OPERATION),
                "list_ActivityStatusValue has \"Succeeded\"",
                row -> Terms.has(row.get(STATUSES), "Succeeded"));
    }

    /// `OperationNameValue =~`, and yet the statuses of one encoding only.
    static Table inAnyCaseSucceeded(Table activity) {
        return runs(
                activity,
                "OperationNameValue =~ \"" + OPERATION + "\"",
                row -> Strings.equalsFolded(row.text("OperationNameValue"), OPERATION),
                "list_ActivityStatusValue has \"Succeeded\"",
                row -> Terms.has(row.get(STATUSES), "Succeeded"));
    }

    /// `OperationNameValue =~`, with the statuses of both encodings.
    static Table inAnyEncoding(Table activity) {
        return runs(
                activity,
                "OperationNameValue =~ \"" + OPERATION + "\"",
                row -> Strings.equalsFolded(row.text("OperationNameValue"), OPERATION),
                "list_ActivityStatusValue has_any (\"Succeeded\", \"Success\")",
                row -> Terms.hasAny(row.get(STATUSES), "Succeeded", "Success"));
    }

    private static Table runs(
            Table activity,
            String isRunCommand,
            Predicate<TableRow> runCommand,
            String succeeded,
            Predicate<TableRow> success) {
        return activity.where(isRunCommand, "OperationNameValue", runCommand)
                .where(
                        "Authorization has \"virtualMachines\"",
                        "Authorization",
                        row -> Terms.has(row.get("Authorization"), "virtualMachines"))
                .summarize(
                        List.of("CorrelationId", "Authorization", "Caller"),
                        min("TimeGenerated").as("StartTime"),
                        max("TimeGenerated").as("EndTime"),
                        max("CallerIpAddress").as("CallerIpAddress"),
                        makeList("ActivityStatusValue"))
                .where(succeeded, STATUSES, success)
                .extend(
                        "Scope",
                        row ->
                                Dynamic.text(
                                        Dynamic.member(
                                                Dynamic.parse(row.text("Authorization")), "scope")))
                .extend("Subscription", row -> Strings.split(row.text("Scope"), "/", 2))
                .extend("VirtualMachineName", row -> Strings.split(row.text("Scope"), "/", -1));
    }
}
