package dev.fulgurite.detections.published;

import static dev.fulgurite.detections.kql.Aggregate.count;
import static dev.fulgurite.detections.kql.Aggregate.dcount;
import static dev.fulgurite.detections.kql.Aggregate.makeBag;
import static dev.fulgurite.detections.kql.Aggregate.makeList;
import static dev.fulgurite.detections.kql.Aggregate.max;
import static dev.fulgurite.detections.kql.Aggregate.min;

import com.google.auto.service.AutoService;
import dev.fulgurite.detections.PublishedQuery;
import dev.fulgurite.detections.Settings;
import dev.fulgurite.detections.kql.Numbers;
import dev.fulgurite.detections.kql.Strings;
import dev.fulgurite.detections.kql.Table;
import dev.fulgurite.detections.kql.TableRow;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// Spikes of Run Command: callers all of whose runs of the last 30 days lie close together.
@AutoService(PublishedQuery.class)
public final class Spike implements PublishedQuery {

    private static final String WINDOW = "WindowDelta [Minutes]";

    @Override
    public List<String> columns() {
        return List.of(
                "Caller",
                "CallerIP",
                "ResourceCount",
                "ResourceGroupCount",
                WINDOW,
                "Start",
                "End",
                "ResourceBag");
    }

    @Override
    public Answer answer(Source source, Settings settings) {
        Table spikes =
                operations(new Tables(source), settings)
                        .extend("Resource", row -> Strings.lower(row.text("Resource")))
                        .extend("ResourceGroup", row -> Strings.lower(row.text("ResourceGroup")))
                        .extend("p", row -> Map.of(row.text("Resource"), row.text("ResourceGroup")))
                        .summarize(
                                List.of("Caller", "CallerIP"),
                                dcount("Resource").as("ResourceCount"),
                                dcount("ResourceGroup").as("ResourceGroupCount"),
                                min("Start").as("Start"),
                                max("End").as("End"),
                                makeBag("p").as("ResourceBag"),
                                count().as("Commands"))
                        .extend(
                                WINDOW,
                                row ->
                                        Numbers.datetimeDiff(
                                                ChronoUnit.MINUTES,
                                                row.time("End"),
                                                row.time("Start")));
        return TableAnswer.of(
                spikes.where(
                                "ResourceCount >= resourcesImpacted",
                                "ResourceCount",
                                row ->
                                        number(row, "ResourceCount")
                                                >= settings.number("resourcesImpacted"))
                        .where(
                                "[\"" + WINDOW + "\"] < timeDelta",
                                WINDOW,
                                row -> number(row, WINDOW) < settings.number("timeDelta"))
                        .where(
                                "Commands >= commandsExecuted",
                                "Commands",
                                row ->
                                        number(row, "Commands")
                                                >= settings.number("commandsExecuted"))
                        .project(columns()),
                "Caller");
    }

    private static Table operations(Tables tables, Settings settings) {
        Table activity =
                tables.read(
                        "AzureActivity",
                        "TimeGenerated",
                        "OperationName",
                        "Caller",
                        "CallerIpAddress",
                        "ActivityStatus",
                        "CorrelationId",
                        "Resource",
                        "ResourceGroup");
        return Ago.of(settings, "30d")
                .before(activity, "TimeGenerated")
                .where(
                        "OperationName =~ \"Run Command on Virtual Machine\"",
                        "OperationName",
                        row ->
                                Strings.equalsFolded(
                                        row.text("OperationName"),
                                        "Run Command on Virtual Machine"))
                .summarize(
                        List.of("CorrelationId", "Caller", "Resource", "ResourceGroup"),
                        min("TimeGenerated").as("Start"),
                        max("TimeGenerated").as("End"),
                        makeList("ActivityStatus"),
                        max("CallerIpAddress").as("CallerIP"));
    }

    private static long number(TableRow row, String column) {
        return row.get(column) instanceof Long number ? number : 0;
    }
}
